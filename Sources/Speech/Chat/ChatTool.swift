package import Document

/// A function a language model may call.
package struct ChatTool: Hashable, Sendable {
    package let name: String
    /// What it does, for the model.
    package let description: String
    /// Its arguments as a JSON Schema.
    package let parameters: JSON

    package init(name: String, description: String, parameters: JSON) {
        self.name = name
        self.description = description
        self.parameters = parameters
    }
}
