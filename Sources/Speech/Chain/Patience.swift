/// How long a chain waits for an engine. A wait that ends without an answer is a failure.
package struct Patience: Hashable, Sendable {
    /// For the first answer, and between two parts of one, while another engine can be asked.
    package var between: Duration
    /// For the whole answer; for the first part of one where nobody else can be asked.
    package var whole: Duration

    package init(between: Duration, whole: Duration) {
        self.between = between
        self.whole = whole
    }

    /// Three seconds for the words of an utterance; an engine after which there is none may be late.
    package static let recognition = Patience(between: .seconds(3), whole: .seconds(10))
    /// A caller waits for the first sound, and hears every gap.
    package static let synthesis = Patience(between: .milliseconds(1500), whole: .seconds(5))
    /// Five seconds for an answer; two when another model could still give it.
    package static let model = Patience(between: .seconds(2), whole: .seconds(5))
}
