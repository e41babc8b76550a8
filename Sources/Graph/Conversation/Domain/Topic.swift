/// A category of the FAQ and the words that ask about it.
package struct Topic: Hashable, Sendable {
    /// As the FAQ has it, such as `loaner`.
    package let category: String
    /// In lower case, as a recogniser yields it.
    package let phrases: [String]

    package init(_ category: String, phrases: [String]) {
        self.category = category
        self.phrases = phrases
    }
}
