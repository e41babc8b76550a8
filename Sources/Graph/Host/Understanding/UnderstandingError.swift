/// Why a language model's answer was not taken. The texts name what was wrong, never a caller's words.
package enum UnderstandingError: Error, Hashable, Sendable {
    /// Not the object or the call that was asked for.
    case malformed(String)
    /// It called a tool that nobody offered.
    case unknownTool(String)
    /// A tool's arguments, or a fact, of the wrong type; says which.
    case wrongArguments(tool: String, problem: String)
    /// Words with facts that the plan does not have, or without facts it has.
    case invented(FactCheck.Finding)
    case timedOut
}
