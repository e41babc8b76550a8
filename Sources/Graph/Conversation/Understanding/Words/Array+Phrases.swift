extension [String] {
    /// The word at a place; empty outside.
    func at(_ index: Int) -> String {
        indices.contains(index) ? self[index] : ""
    }

    /// Whether a phrase stands at a place.
    func has(_ phrase: Phrase, at start: Int) -> Bool {
        guard start >= 0, start + phrase.words.count <= count else { return false }
        for (offset, word) in phrase.words.enumerated() where self[start + offset] != word { return false }
        return true
    }

    /// Whether a phrase ends before a place.
    func has(_ phrase: Phrase, endingAt end: Int) -> Bool {
        has(phrase, at: end - phrase.words.count)
    }

    /// Where a phrase occurs first.
    func range(of phrase: Phrase) -> Range<Int>? {
        let length = phrase.words.count
        guard length > 0, count >= length else { return nil }
        return (0...(count - length)).first { has(phrase, at: $0) }.map { $0..<($0 + length) }
    }

    /// How many words the first of some phrases takes that stands at a place; 0 when none does.
    func length(ofAny phrases: [Phrase], at start: Int) -> Int {
        phrases.first { has($0, at: start) }?.words.count ?? 0
    }

    /// The words with a range blanked out, so that no other reader takes them for something else.
    mutating func blank(_ range: Range<Int>) {
        for index in range.clamped(to: indices) { self[index] = "" }
    }
}
