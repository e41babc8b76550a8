/// What a recogniser makes of an utterance while it goes on.
package struct Hypothesis: Hashable, Sendable {
    /// What seems to have been said so far in the utterance, whole.
    package var text: String
    /// The engine takes the utterance for complete: a hint for whoever decides.
    package var isComplete: Bool

    package init(_ text: String, isComplete: Bool = false) {
        self.text = text
        self.isComplete = isComplete
    }
}
