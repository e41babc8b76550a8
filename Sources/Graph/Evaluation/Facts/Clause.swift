/// A sentence of a reply, or the half of one before or after a `but`.
struct Clause: Hashable, Sendable {
    /// A word without the punctuation around it.
    struct Word: Hashable, Sendable {
        let text: String
        let lower: String
        /// Whether a sentence begins with it.
        let isFirst: Bool
        /// Whether a comma follows.
        let hasComma: Bool

        var isCapitalized: Bool {
            guard let first = text.first, first.isUppercase, text.count > 1 else { return false }
            return text.dropFirst().contains(where: \.isLowercase)
        }
    }

    let words: [Word]

    /// As it was said, for people.
    var text: String { words.map(\.text).joined(separator: " ") }

    /// In lower case with a blank at both ends, so that a search finds whole words.
    var padded: String { " " + words.map(\.lower).joined(separator: " ") + " " }

    func has(_ phrases: [String]) -> Bool {
        let padded = padded
        return phrases.contains { padded.contains($0) }
    }

    func lower(at index: Int) -> String? {
        words.indices.contains(index) ? words[index].lower : nil
    }

    /// The clauses of a text.
    static func clauses(of text: String) -> [Clause] {
        var clauses: [Clause] = []
        var words: [Word] = []
        var isFirst = true
        func close() {
            if !words.isEmpty { clauses.append(Clause(words: words)) }
            words = []
        }
        for token in text.split(whereSeparator: \.isWhitespace) {
            let ends = endsSentence(token)
            for part in parts(of: token) {
                if part.lowercased() == "but" { close() }
                words.append(
                    Word(
                        text: part, lower: lower(part), isFirst: isFirst,
                        hasComma: token.last == "," || token.last == ";"))
                isFirst = false
            }
            if ends || token.last == ";" { close() }
            if ends { isFirst = true }
        }
        close()
        return clauses
    }

    private static func endsSentence(_ token: Substring) -> Bool {
        let bare = token.reversed().drop { "\"'”’)]".contains($0) }
        guard let last = bare.first, ".!?…".contains(last) else { return false }
        return !["a.m.", "p.m.", "mr.", "mrs.", "ms.", "dr.", "st."].contains(token.lowercased())
    }

    /// The token without punctuation around it; a hyphenated number word as two.
    private static func parts(of token: Substring) -> [String] {
        var bare = token.drop { "\"'“‘([—–-".contains($0) }
        while let last = bare.last, ".,;:!?…\"'”’)]—–".contains(last) { bare.removeLast() }
        if ["a.m", "p.m"].contains(bare.lowercased()) { return [bare.first == "a" || bare.first == "A" ? "AM" : "PM"] }
        let pieces = bare.split(separator: "-").map(String.init)
        if pieces.count > 1, pieces.allSatisfy({ SpokenNumber.isWord($0.lowercased()) }) { return pieces }
        return bare.isEmpty ? [] : [String(bare)]
    }

    private static func lower(_ word: String) -> String {
        word.lowercased().replacing("’", with: "'")
    }
}
