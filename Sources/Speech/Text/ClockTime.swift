/// Times of day.
enum ClockTime {
    /// "9:30" → "nine thirty", "9:05pm" → "nine oh five P M", "9:00" → "nine o'clock" (without the o'clock before a
    /// half of the day), "9am" → "nine A M".
    static func read(_ text: String) -> String? {
        var digits = text[...]
        var half = ""
        for suffix in ["a.m", "p.m", "am", "pm"] where digits.lowercased().hasSuffix(suffix) {
            digits = digits.dropLast(suffix.count)
            half = " " + (Self.half(suffix) ?? "")
            break
        }
        let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
        guard let hour = parts.first.flatMap({ WrittenNumber.integer($0) }), (0...24).contains(hour) else { return nil }
        if parts.count == 1 { return half.isEmpty ? nil : NumberWords.cardinal(hour) + half }
        guard parts.count == 2, parts[1].count == 2, let minute = WrittenNumber.integer(parts[1]), minute < 60 else {
            return nil
        }
        if minute == 0 { return NumberWords.cardinal(hour) + half }
        return NumberWords.cardinal(hour) + (minute < 10 ? " oh " : " ") + NumberWords.cardinal(minute) + half
    }

    /// "AM", "a.m" or "pm" as the voice should say it.
    static func half(_ text: String) -> String? {
        switch text.lowercased().filter({ $0 != "." }) {
        case "am": Abbreviations.letterName("a") + " M"
        case "pm": "P M"
        default: nil
        }
    }
}
