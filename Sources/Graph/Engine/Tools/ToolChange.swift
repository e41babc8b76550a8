package import Document

/// What can happen to a tool call.
package enum ToolChange: Hashable, Sendable {
    /// It is about to run; the turn that wants it is certain.
    case start
    /// It is about to run although the turn may still be withdrawn. For reading calls.
    case speculate
    case succeed(JSON)
    case fail(String)
    /// The process that ran it is gone.
    case lose
}
