/// A place where an execution waits.
struct Cursor: Hashable, Sendable, Codable {
    /// A branch of a fan-out, by its position.
    struct Branch: Hashable, Sendable, Codable {
        let gathering: RequestID
        let position: Int
    }

    /// Unique within the execution; older places have smaller numbers.
    let id: Int
    let node: String
    /// The fan-out it belongs to, the innermost one.
    let branch: Branch?
}
