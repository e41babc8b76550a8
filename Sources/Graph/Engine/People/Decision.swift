package import Document

/// What a person decided.
package struct Decision: Hashable, Sendable, Codable {
    /// One of the question's options.
    package let choice: String
    package let note: String?
    /// What the person changed, such as other arguments for a tool call.
    package let edits: JSON?

    package init(_ choice: String, note: String? = nil, edits: JSON? = nil) {
        self.choice = choice
        self.note = note
        self.edits = edits
    }
}
