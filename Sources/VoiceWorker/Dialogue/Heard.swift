/// What the caller heard of an utterance, by the playout clock.
package struct Heard: Hashable, Sendable {
    package let utterance: Utterance
    /// The words that were played; the text itself when it was played whole, empty when none of it was.
    package let text: String
    package let isComplete: Bool
}
