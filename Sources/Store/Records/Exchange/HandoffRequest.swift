package import Supervision

/// That a person is wanted in a session.
package struct HandoffRequest: Hashable, Sendable {
    package let session: String
    /// Who is wanted.
    package let target: Command.TransferTarget
    /// Such as `supervisor` or `escalation`.
    package let reason: String
    /// The highest first; 0 where nothing else is known.
    package let priority: Int
    /// For whoever comes.
    package let message: String?
    /// Whether the caller waits for the person and the agent is silent.
    package let isBlocking: Bool
    /// The command that wants it; asked again by the same command, it is the same handoff.
    package let command: String

    package init(
        session: String, target: Command.TransferTarget, reason: String, priority: Int = 0, message: String? = nil,
        isBlocking: Bool = false, command: String
    ) {
        self.session = session
        self.target = target
        self.reason = reason
        self.priority = priority
        self.message = message
        self.isBlocking = isBlocking
        self.command = command
    }
}
