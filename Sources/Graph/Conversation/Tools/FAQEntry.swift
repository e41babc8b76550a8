/// A question with its answer (document 004, table `faq`).
package struct FAQEntry: Hashable, Sendable, Codable {
    package let category: String
    package let question: String
    package let answer: String
    /// Separated by spaces.
    package let keywords: String

    package init(category: String, question: String, answer: String, keywords: String) {
        self.category = category
        self.question = question
        self.answer = answer
        self.keywords = keywords
    }
}
