/// Why a call is over.
enum CallEnding: Hashable, Sendable {
    case done
    case agentLeft
    /// The server said nothing, or nothing that makes sense.
    case notJoined
    /// Nobody came to answer.
    case noAgent
    /// The agent said nothing to a line.
    case unanswered
    /// Whoever placed the call ended it.
    case interrupted
    /// The room or the connection ended; the sentence says why.
    case disconnected(String)

    var sentence: String {
        switch self {
        case .done: "done"
        case .agentLeft: "the agent left"
        case .notJoined: "the server did not let the caller in, in time"
        case .noAgent: "no agent came"
        case .unanswered: "the agent did not answer in time"
        case .interrupted: "interrupted"
        case .disconnected(let reason): reason
        }
    }
}
