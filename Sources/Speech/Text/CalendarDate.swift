/// Dates written with digits.
enum CalendarDate {
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// "2026-11-21" and "11/21/2026" → "november twenty first, twenty twenty six"; "11/21" → "november twenty first".
    static func read(_ text: String) -> String? {
        let iso = text.split(separator: "-", omittingEmptySubsequences: false)
        if iso.count == 3, iso[0].count == 4 { return spoken(year: iso[0], month: iso[1], day: iso[2]) }
        let american = text.split(separator: "/", omittingEmptySubsequences: false)
        switch american.count {
        case 2: return spoken(year: nil, month: american[0], day: american[1])
        case 3: return spoken(year: american[2], month: american[0], day: american[1])
        default: return nil
        }
    }

    private static func spoken(year: Substring?, month: Substring, day: Substring) -> String? {
        guard let month = WrittenNumber.integer(month), (1...12).contains(month),
            let day = WrittenNumber.integer(day), (1...31).contains(day)
        else { return nil }
        let date = months[month - 1] + " " + NumberWords.ordinal(day)
        guard let year else { return date }
        guard let number = WrittenNumber.integer(year), year.count == 2 || year.count == 4 else { return nil }
        return date + ", " + NumberWords.year(year.count == 2 ? 2000 + number : number)
    }
}
