/// One entry of the chat history: `{"type": "human" | "ai", "content": …}` (document 004, message serialisation).
package struct Message: Codable, Hashable, Sendable {
    /// Who spoke.
    package enum Author: String, Codable, Hashable, Sendable {
        case human
        case ai
    }

    package var type: Author
    package var content: String

    package init(_ type: Author, _ content: String) {
        self.type = type
        self.content = content
    }
}
