import Conversation

/// When a holiday is: a date once, a date every year, or a weekday counted within a month.
enum HolidayRule: Hashable, Sendable {
    case once(Day)
    /// Month and day of month; the 29th of February only in leap years.
    case yearly(month: Int, day: Int)
    /// The `place`th weekday of a month, from 1; `nil`: the last.
    case counted(place: Int?, Weekday, month: Int)

    private static let places = ["first": 1, "second": 2, "third": 3, "fourth": 4]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// Reads `12-25`, `last monday of may`, `fourth thursday of november`.
    init?(every text: String) {
        let words = text.lowercased().split(separator: " ").map(String.init)
        if words.count == 4, words[2] == "of", words[0] == "last" || Self.places[words[0]] != nil,
            let weekday = Weekday(name: words[1]), let month = Self.months.firstIndex(of: words[3])
        {
            self = .counted(place: Self.places[words[0]], weekday, month: month + 1)
            return
        }
        // A leap year has every date there is.
        guard text.utf8.count == 5, let day = Day("2024-" + text) else { return nil }
        self = .yearly(month: day.month, day: day.dayOfMonth)
    }

    /// The days of some years.
    func days(in years: ClosedRange<Int>) -> [Day] {
        switch self {
        case .once(let day): [day]
        case .yearly(let month, let day): years.compactMap { Day(year: $0, month: month, day: day) }
        case .counted(let place, let weekday, let month):
            years.compactMap { Self.day(place, weekday, Day(year: $0, month: month, day: 1)) }
        }
    }

    private static func day(_ place: Int?, _ weekday: Weekday, _ first: Day?) -> Day? {
        guard let first else { return nil }
        let offset = (weekday.rawValue - first.weekday.rawValue + 7) % 7
        let days = stride(from: offset, to: 31, by: 7).map(first.adding(days:)).filter { $0.month == first.month }
        guard let place else { return days.last }
        return days.indices.contains(place - 1) ? days[place - 1] : nil
    }
}
