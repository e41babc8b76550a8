import Conversation

extension EarlierBooking {
    static let form = "WHAT YYYY-MM-DD HH:MM, then ×COUNT or for NAME PHONE; or the same between bars"

    /// Reads `Oil Change 2026-05-05 09:00`, with `×4` or `for Maria Garcia 4155550199` after it, or an appointment
    /// between bars.
    init?(parsing text: String) {
        if text.contains("|") {
            guard let pattern = AppointmentPattern(parsing: text), pattern.isBookable else { return nil }
            self.init(pattern)
            return
        }
        let words = text.split(separator: " ").map(String.init)
        guard let date = words.firstIndex(where: { Day($0) != nil }), date > 0, date + 1 < words.count,
            let time = TimeOfDay(words[date + 1])
        else { return nil }
        var pattern = AppointmentPattern()
        pattern.subject = words[..<date].joined(separator: " ")
        (pattern.day, pattern.time) = (Day(words[date]), time)
        self.init(pattern, rest: words[(date + 2)...])
    }

    private init?(_ pattern: AppointmentPattern, rest: ArraySlice<String>) {
        guard let first = rest.first else {
            self.init(pattern)
            return
        }
        if rest.count == 1, let sign = first.first, "×x".contains(sign), let count = Int(first.dropFirst()),
            (1...99).contains(count)
        {
            self.init(pattern, count: count)
            return
        }
        let digits = (rest.last ?? "").filter { $0.isASCII && $0.isNumber }
        guard first == "for", rest.count >= 3, digits.count >= 7 else { return nil }
        var owned = pattern
        owned.name = rest.dropFirst().dropLast().joined(separator: " ")
        owned.phone = digits
        self.init(owned)
    }
}
