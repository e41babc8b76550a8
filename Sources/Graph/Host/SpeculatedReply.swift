package import Conversation

/// What a host would say to words that the caller may still be saying. Nothing of it has happened.
package struct SpeculatedReply: Hashable, Sendable {
    package let text: String
    /// The recogniser's language model for the answer.
    package let vocabulary: String
    /// Whether the call would end when this was said.
    package let endsCall: Bool
    /// What the caller would be asked by it, if anything.
    package let question: Question?
    package let pace: Pace
}
