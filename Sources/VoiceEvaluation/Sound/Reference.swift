package import Speech

/// A text and the sound that was made of it, at 16 kHz.
package struct Reference: Hashable, Sendable {
    package let text: String
    package private(set) var samples: [Int16] = []
    /// Where each word of the text ends, in samples: the engine's own times where it gives them, else by its letters within
    /// the clause.
    package private(set) var wordEnds: [Int] = []
    private var clauseStart = 0
    private var clauseEnds: [Int] = []

    package init(_ text: String) {
        self.text = text
    }

    /// The next piece of the sound. Pieces come in order.
    package mutating func append(_ piece: SpeechPiece) {
        clauseEnds += piece.wordEnds.map { clauseStart + $0 }
        samples += piece.samples
        guard piece.endsClause else { return }
        let words = piece.clause.split(whereSeparator: \.isWhitespace)
        wordEnds +=
            clauseEnds.count == words.count ? clauseEnds : Self.estimate(words, from: clauseStart, to: samples.count)
        clauseStart = samples.count
        clauseEnds = []
    }

    private static func estimate(_ words: [Substring], from start: Int, to end: Int) -> [Int] {
        let total = words.reduce(0) { $0 + $1.count }
        guard total > 0 else { return words.map { _ in end } }
        var letters = 0
        return words.map { word in
            letters += word.count
            return start + (end - start) * letters / total
        }
    }

    /// How many words have ended, and how many have begun, where so many samples were heard.
    package func words(at position: Int) -> ClosedRange<Int> {
        let complete = wordEnds.count { $0 <= position }
        let isInside = complete < wordEnds.count && position > (complete == 0 ? 0 : wordEnds[complete - 1])
        return complete...(complete + (isInside ? 1 : 0))
    }
}
