package import Conversation

/// What a host wants said.
package struct Reply: Hashable, Sendable {
    /// Unique within the session; `heard(_:of:)` takes it.
    package let id: String
    package let text: String
    /// The recogniser's language model for the answer, such as `open` or `date`.
    package let vocabulary: String
    /// Whether the call ends when this was said.
    package let endsCall: Bool
    /// What the caller is asked by it, if anything.
    package let question: Question?
    /// Wire name, such as `faq`; `nil` before the first turn.
    package let intent: String?
    /// The graph node that prepared it.
    package let node: String
    package let agent: AgentType
    /// Set for notifications: how urgently they want to be said.
    package let priority: SessionNotification.Priority?
    /// How fast the caller wants it.
    package var pace = Pace.normal
    /// From the call to the answer.
    package let latency: Duration
    /// Whether it was given up while it was made: it is not to be said, and no part of the conversation.
    package var isAbandoned = false
}
