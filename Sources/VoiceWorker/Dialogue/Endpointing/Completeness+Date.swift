/// Days and times of day.
extension Completeness {
    private static let days = Set(
        "monday tuesday wednesday thursday friday saturday sunday today tomorrow mondays tuesdays weekend week".split(
            separator: " "
        ).map(String.init))
    private static let months = Set(
        "january february march april may june july august september october november december".split(separator: " ")
            .map(String.init))
    private static let ordinals = Set(
        ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
            + "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth").split(separator: " ").map(String.init))
    private static let parts: Set<String> = ["morning", "afternoon", "evening", "noon", "tonight", "lunch", "midnight"]

    /// A day with a time is whole; either alone may be all that was asked for, or half of it.
    static func date(_ words: [String]) -> Double {
        guard let last = words.last else { return 0.45 }
        if words.contains(where: isPredicate) { return clause(words) }
        let isOpen = last == "a" || last == "p" || isOpenEnd(last)
        if isOpen { return 0.05 }
        if months.contains(last) { return follows(last, words) ? 0.85 : 0.15 }
        let hasDay = words.contains { days.contains($0) || ordinals.contains($0) } || follows("", words)
        let time = time(words)
        if ordinals.contains(last), !words.contains(where: months.contains) { return 0.45 }
        guard let time else { return hasDay ? 0.5 : clause(words) }
        return hasDay ? time : min(time, 0.62)
    }

    /// How whole the time of day is; `nil` without one.
    private static func time(_ words: [String]) -> Double? {
        guard let last = words.last else { return nil }
        if last == "m" || last == "am" || last == "pm" || last == "o'clock" || last == "noon" { return 0.93 }
        if parts.contains(last) { return words.contains(where: isHour) ? 0.93 : 0.5 }
        guard words.contains(where: isHour) else { return nil }
        return isHour(last) ? 0.8 : 0.82
    }

    private static func isHour(_ word: String) -> Bool {
        WordClass(word) == .number || word.first?.isNumber == true
    }

    /// "The fifteenth of June", "March third".
    private static func follows(_ month: String, _ words: [String]) -> Bool {
        words.contains(where: months.contains) && words.contains(where: { ordinals.contains($0) || isHour($0) })
    }

    private static func isOpenEnd(_ word: String) -> Bool {
        switch WordClass(word) {
        case .filler, .conjunction, .determiner, .adverb, .preposition, .particle, .to, .auxiliary, .copula: true
        case .adjective: !ordinals.contains(word)
        default: false
        }
    }

    private static func isPredicate(_ word: String) -> Bool {
        switch WordClass(word) {
        case .subject, .subjectIs, .subjectWould, .auxiliary, .copula, .transitive, .question: true
        default: false
        }
    }
}
