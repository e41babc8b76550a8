/// Everything that is wrong with a document, in the order of its text.
package struct InvalidDocument: Error, Hashable, Sendable, CustomStringConvertible {
    package let errors: [DocumentError]

    package init(_ errors: [DocumentError]) {
        self.errors = errors
    }

    /// A line for each.
    package var description: String { errors.map(\.description).joined(separator: "\n") }
}
