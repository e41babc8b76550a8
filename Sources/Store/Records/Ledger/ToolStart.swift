package import Engine

/// What came of beginning a tool call.
package enum ToolStart: Hashable, Sendable {
    /// It is written down as running: whoever got this runs it now, and nobody else does.
    case run(ToolCall)
    /// It was begun before. If it succeeded, its result is there; if it is `unknown`, nobody knows.
    case known(ToolCall)
}
