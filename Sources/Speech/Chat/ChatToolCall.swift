/// A call a language model wants made. Nothing about it was checked yet.
package struct ChatToolCall: Hashable, Sendable {
    package var name: String
    /// JSON text, as the model wrote it.
    package var arguments: String

    package init(name: String, arguments: String) {
        self.name = name
        self.arguments = arguments
    }
}
