package import Conversation

/// Values in English, as words and figures that any synthesiser reads well.
package enum Spoken {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `9:30 AM`, `9 AM`, `noon`.
    package static func time(_ time: TimeOfDay) -> String {
        if time.hour == 12, time.minute == 0 { return "noon" }
        let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
        let minute = time.minute == 0 ? "" : time.minute < 10 ? ":0\(time.minute)" : ":\(time.minute)"
        return "\(hour)\(minute) \(time.hour < 12 ? "AM" : "PM")"
    }

    /// `Tuesday, May 3rd`.
    package static func day(_ day: Day) -> String {
        "\(weekday(day.weekday)), \(months[day.month - 1]) \(ordinal(day.dayOfMonth))"
    }

    package static func weekday(_ weekday: Weekday) -> String {
        weekday.name.prefix(1).uppercased() + weekday.name.dropFirst()
    }

    /// `5 5 5, 1 2 3 4`: digit by digit, in groups.
    package static func phone(_ digits: String) -> String {
        let sizes =
            switch digits.count {
            case 7: [3, 4]
            case 10: [3, 3, 4]
            case 11: [1, 3, 3, 4]
            default: [digits.count]
            }
        var rest = Substring(digits)
        var groups: [String] = []
        for size in sizes {
            groups.append(rest.prefix(size).map(String.init).joined(separator: " "))
            rest = rest.dropFirst(size)
        }
        return groups.joined(separator: ", ")
    }

    /// `nine, ten, or noon`.
    package static func list(_ items: [String], _ conjunction: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        if items.count == 2 { return "\(items[0]) \(conjunction) \(last)" }
        return items.dropLast().joined(separator: ", ") + ", \(conjunction) \(last)"
    }

    /// `45 minutes`, `an hour`, `an hour and a half`, `2 hours`.
    package static func duration(_ minutes: Int) -> String {
        switch minutes {
        case 60: "an hour"
        case 90: "an hour and a half"
        case let minutes where minutes % 60 == 0: "\(minutes / 60) hours"
        default: "\(minutes) minutes"
        }
    }

    /// `49 dollars`, `one dollar`.
    package static func money(_ dollars: Int) -> String {
        dollars == 1 ? "one dollar" : "\(dollars) dollars"
    }

    /// `john dot smith at example dot com`.
    package static func email(_ address: String) -> String {
        address.replacing("@", with: " at ").replacing(".", with: " dot ").replacing("_", with: " underscore ")
            .replacing("-", with: " dash ")
    }

    private static func ordinal(_ number: Int) -> String {
        let suffix =
            switch (number % 10, number % 100) {
            case (1, let tens) where tens != 11: "st"
            case (2, let tens) where tens != 12: "nd"
            case (3, let tens) where tens != 13: "rd"
            default: "th"
            }
        return "\(number)\(suffix)"
    }
}
