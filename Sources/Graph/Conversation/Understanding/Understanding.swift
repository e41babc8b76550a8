/// Turns words into meaning.
package protocol Understanding: Sendable {
    /// - Parameters:
    ///   - text: What was said or typed. A recogniser yields lower case without punctuation.
    ///   - question: What the caller was asked last, if anything.
    ///   - today: The day the words were said; "tomorrow" is counted from it.
    func interpret(_ text: String, answering question: Question?, today: Day) -> Interpretation
}
