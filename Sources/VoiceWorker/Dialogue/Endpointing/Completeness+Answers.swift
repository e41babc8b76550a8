/// Answers of a known kind.
extension Completeness {
    private static let decisions: Set<String> = [
        "yes", "yeah", "yep", "yup", "no", "nope", "nah", "sure", "correct", "right", "okay", "ok", "fine",
        "absolutely",
        "definitely", "exactly", "perfect", "please", "good", "great", "true", "wrong", "works",
    ]

    /// Yes or no: over as soon as it is said.
    static func decision(_ words: [String]) -> Double {
        guard let last = words.last, decisions.contains(last) else { return clause(words) }
        return words.count == 1 || last == "please" ? 0.88 : 0.9
    }

    // MARK: Names

    private static let introductions: Set<String> = [
        "my", "name", "name's", "is", "this", "it's", "i'm", "i", "am", "the", "last", "first", "it", "under", "call",
        "me",
        "that's", "hi", "hello", "yes", "yeah", "sure", "uh", "um", "mr", "mrs", "ms", "miss", "dr", "would", "be",
        "put",
    ]

    /// A first name alone is likely to be followed by the last one, and a letter by another.
    static func name(_ words: [String]) -> Double {
        guard let last = words.last, !introductions.contains(last) else { return 0.05 }
        let names = words.reversed().prefix { !introductions.contains($0) }
        let letters = words.reversed().prefix { $0.count == 1 }.count
        if letters > 0 { return letters < 3 ? 0.15 : 0.5 }
        if ["spelled", "with", "and", "as", "like", "van", "von", "de", "la", "der"].contains(last) { return 0.05 }
        if names.contains(where: { isVerbal($0) }) { return clause(words) }
        return names.count == 1 ? 0.45 : 0.85
    }

    private static func isVerbal(_ word: String) -> Bool {
        switch WordClass(word) {
        case .subject, .subjectIs, .subjectWould, .transitive, .question, .copula: true
        default: false
        }
    }
}
