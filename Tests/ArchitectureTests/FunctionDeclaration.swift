/// A function, initialiser or subscript with a body, as found in a file.
struct FunctionDeclaration: Sendable {
    /// "func", "init", "deinit" or "subscript".
    let kind: String
    let name: String
    /// Of the declaration, counted from zero.
    let line: Int
    /// From the declaration to the closing brace, both included.
    let lineCount: Int
    let parameterCount: Int
}
