/// Why a host did not take a turn, or a session could not go on.
package enum HostError: Error, Hashable, Sendable {
    /// The session is over.
    case ended
    /// Too many turns wait already; the caller should wait for an answer before asking again.
    case overloaded
    /// The session was away for longer than sessions live.
    case expired
    /// Another process holds the session.
    case elsewhere
    /// Where sessions are kept cannot be reached, or what it holds of this one cannot be read; says why.
    case unavailable(String)
}

extension HostError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .ended: "the session has ended"
        case .overloaded: "too many turns or sessions are under way"
        case .expired: "the session has expired"
        case .elsewhere: "another process holds the session"
        case .unavailable(let reason): "the session cannot be found out about: \(reason)"
        }
    }
}
