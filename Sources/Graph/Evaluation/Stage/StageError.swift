package import Host
package import Store

/// Why a play could not go on.
package enum StageError: Error, Hashable, Sendable {
    /// What the play says was booked cannot be booked.
    case cannotBook(AppointmentPattern, String)
    case store(StoreError)
    case host(HostError)
    /// The graph of the conversation, or the data of the business, cannot be used.
    case cannotOpen(String)
    case emptyReply
    /// The agent ended the call, and the caller goes on.
    case callEnded
    /// No search for a colleague is under way that could end.
    case noSearch
    /// The search ended, and nobody told the caller.
    case noNotification
}

extension StageError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotBook(let pattern, let reason): "'\(pattern)' cannot be booked: \(reason)"
        case .store(let error): "the database failed: \(error)"
        case .host(let error): "the conversation threw \(error)"
        case .cannotOpen(let reason): "the stage cannot be set: \(reason)"
        case .emptyReply: "the reply is empty"
        case .callEnded: "the agent ended the call before this"
        case .noSearch: "no colleague is being searched for"
        case .noNotification: "the search ended, and nobody told the caller"
        }
    }
}
