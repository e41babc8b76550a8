package import Document

/// What a language model is asked.
package struct ChatRequest: Hashable, Sendable {
    /// The shape the answer must have.
    package enum Format: Hashable, Sendable {
        case text
        /// One JSON object that fits a JSON Schema (structured output); `name` is the schema's, for the provider.
        case json(name: String, schema: JSON)
    }

    package var messages: [ChatMessage]
    /// What the model may call instead of answering.
    package var tools: [ChatTool]
    package var format: Format
    /// The most the model may write, in its own tokens; `nil`: the provider's limit.
    package var maxTokens: Int?

    package init(
        _ messages: [ChatMessage], tools: [ChatTool] = [], format: Format = .text, maxTokens: Int? = nil
    ) {
        self.messages = messages
        self.tools = tools
        self.format = format
        self.maxTokens = maxTokens
    }
}
