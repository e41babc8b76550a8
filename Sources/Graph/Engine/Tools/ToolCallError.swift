/// Why a tool call may not change that way. The call stays as it was.
package enum ToolCallError: Error, Hashable, Sendable {
    /// It runs, has run, or may have run.
    case mayNotRun(id: String, state: String)
    /// It is not running.
    case mayNotEnd(id: String, state: String)
    /// A writing call waits until the turn is certain.
    case writesTooSoon(id: String)
    /// The id belongs to a call with another name or other arguments.
    case differentCall(id: String)
    case unknownCall(id: String)
    /// The ledger holds this many calls and may forget none of them.
    case full(Int)
}

extension ToolCallError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .mayNotRun(let id, let state): "the tool call \(id) is \(state) and may not run again"
        case .mayNotEnd(let id, let state): "the tool call \(id) is \(state) and cannot end"
        case .writesTooSoon(let id): "the tool call \(id) writes and has to wait until the turn is certain"
        case .differentCall(let id): "the tool call \(id) was planned with another name or other arguments"
        case .unknownCall(let id): "there is no tool call \(id)"
        case .full(let count): "the ledger holds \(count) calls and may forget none of them"
        }
    }
}
