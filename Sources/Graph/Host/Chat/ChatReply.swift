package import Conversation
package import Supervision

/// What came of words that were typed in a session.
package struct ChatReply: Hashable, Sendable {
    /// The agent's answer; `nil` when there is none: a person has the say, or will.
    package let response: String?
    /// The conversation after it; `nil` when it cannot be read.
    package let state: ConversationState?
    /// What became of the command that carried the words.
    package let outcome: CommandOutcome

    package init(response: String?, state: ConversationState?, outcome: CommandOutcome) {
        self.response = response
        self.state = state
        self.outcome = outcome
    }
}
