package import Conversation

/// What the agent said to a typed message, and how the conversation stands after it.
package struct ChatAnswer: Sendable {
    package let response: String
    package let state: ConversationState

    package init(response: String, state: ConversationState) {
        self.response = response
        self.state = state
    }
}
