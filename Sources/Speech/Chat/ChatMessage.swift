/// One message of a conversation with a language model.
package struct ChatMessage: Hashable, Sendable {
    /// Who speaks, in the words of the OpenAI chat form.
    package enum Role: String, Hashable, Sendable, Codable {
        case system, user, assistant
    }

    package var role: Role
    package var content: String

    package init(_ role: Role, _ content: String) {
        self.role = role
        self.content = content
    }
}
