/// What a caller said, and what it takes to understand it.
package struct Utterance: Hashable, Sendable, Codable {
    /// What was said or typed. A recogniser yields lower case without punctuation.
    package let text: String
    /// What the caller was asked last, if anything.
    package let question: Question?
    /// When the words were said, on the clock of the house: "tomorrow" is counted from it.
    package let at: LocalTime

    package init(_ text: String, answering question: Question? = nil, at: LocalTime) {
        self.text = text
        self.question = question
        self.at = at
    }
}
