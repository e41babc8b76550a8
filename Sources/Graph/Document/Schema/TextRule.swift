/// What a text must look like.
package struct TextRule: Hashable, Sendable {
    /// One of these; empty: any.
    package let choices: [String]
    package let pattern: TextPattern?
    /// In Unicode scalars.
    package let length: ClosedRange<Int>

    package init(choices: [String] = [], pattern: TextPattern? = nil, length: ClosedRange<Int> = 1...4_000) {
        self.choices = choices
        self.pattern = pattern
        self.length = length
    }

    /// What is wrong with a text, its pattern aside; `nil`: nothing.
    func objection(to text: String) -> String? {
        if !choices.isEmpty {
            guard !choices.contains(text) else { return nil }
            return mismatch(text) + Spelling.hint(for: text, among: choices)
        }
        let count = text.unicodeScalars.count
        if count < length.lowerBound { return length.lowerBound == 1 ? "is empty" : "is too short" }
        if count > length.upperBound { return "is longer than \(length.upperBound) characters" }
        return nil
    }

    func mismatch(_ text: String) -> String { "must be \(expectation), not \(text.quotedBriefly)" }

    /// `one of "a", "b"`, `a date such as 2026-05-04`, `a text`.
    var expectation: String {
        if choices.count == 1 { return "\"\(choices[0])\"" }
        if !choices.isEmpty { return "one of " + choices.map { "\"\($0)\"" }.joined(separator: ", ") }
        return pattern?.meaning ?? "a text"
    }
}
