/// How complete a caller's words are as an answer, from 0, in the middle of a phrase, to 1, nothing is missing.
package enum Completeness {
    /// - Parameter text: recognised words: lower case without punctuation, or written out with it.
    package static func of(_ text: String, profile: AnswerProfile) -> Double {
        let words = CallerWords.plain(text).split(separator: " ").map(String.init)
        guard let last = words.last else { return 0.45 }
        if Self.open.contains(last) { return 0.05 }
        switch text.last(where: { !$0.isWhitespace }) {
        case ".", "?", "!": return 0.95
        case ",", "-", "…": return 0.15
        default: return words.count >= 3 ? 0.8 : 0.6
        }
    }

    /// Words that nobody ends with.
    private static let open: Set<String> = [
        "and", "or", "but", "the", "a", "an", "my", "your", "to", "for", "at", "of", "with", "um", "uh", "because",
        "is", "the",
    ]
}
