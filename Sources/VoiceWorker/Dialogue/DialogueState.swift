/// What the agent is doing, as the caller's page shows it.
package enum DialogueState: String, Hashable, Sendable, CaseIterable {
    /// Before the caller came, while they are away, and after the call.
    case idle
    case listening
    /// A transcript or a reply is awaited.
    case thinking
    case speaking
}
