extension Guidance {
    private static let openings = [
        "say:", "tell the caller that ", "tell the caller:", "tell the customer that ", "tell the customer:",
        "tell them that ", "tell them:",
    ]
    /// In characters.
    private static let longestSentence = 400

    /// The words it wants the caller to hear: `say: "…"`, `say "…"` or `tell the caller that …`; `nil` for everything else,
    /// which only a language model can heed.
    package var sentence: String? {
        let wish = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let lower = wish.lowercased()
        if let opening = Self.openings.first(where: lower.hasPrefix) {
            return Self.sentence(of: wish.dropFirst(opening.count))
        }
        guard lower.hasPrefix("say "), let first = wish.dropFirst(4).first, "\"“'‘".contains(first) else { return nil }
        return Self.sentence(of: wish.dropFirst(4))
    }

    /// Without quotation marks, with a capital and a full stop.
    private static func sentence(of text: Substring) -> String? {
        let isFraming: (Character) -> Bool = { $0.isWhitespace || "\"“”‘".contains($0) }
        var words = text.drop(while: { isFraming($0) || $0 == "'" })
        while let last = words.last, isFraming(last) || (last == "'" && text.contains(" '")) { words.removeLast() }
        guard let first = words.first, words.count <= longestSentence else { return nil }
        let whole = first.uppercased() + words.dropFirst()
        return ".!?".contains(words.last ?? ".") ? whole : whole + "."
    }
}
