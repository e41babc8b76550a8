/// How a call ended.
package enum CallOutcome: Hashable, Sendable {
    /// As the session's log names it: `caller_left`, `goodbye`, `silence`, `not_understood`, `shutdown`, `no_caller`,
    /// `room_closed`, `terminated`.
    case ended(reason: String)
    /// The room could not be joined or was lost; the text is for people.
    case failed(String)

    /// What the session's log is told.
    package var reason: String {
        switch self {
        case .ended(let reason): reason
        case .failed: "connection_lost"
        }
    }
}
