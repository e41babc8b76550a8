/// What went wrong with a Redis server. No case holds an argument, a reply or a password.
package enum RedisError: Error, Hashable, Sendable {
    /// The address is no address of a server.
    case invalidAddress(String)
    /// The server refuses the user, the password or the number of the database.
    case cannotOpen(String)
    /// The server cannot be reached, is not ready, or the connection was lost. Nobody knows whether a command that was
    /// under way was executed.
    case unavailable(String)
    /// The server did not answer in time. Nobody knows whether the command was executed.
    case timedOut
    /// As many callers as may wait for a connection are waiting already.
    case overloaded(waiting: Int)
    /// No connection became free in time.
    case noConnection(after: Duration)
    /// The server refuses a command: the first word of its answer, such as `WRONGTYPE`, or the code of a script's own
    /// error.
    case refused(code: String)
    /// The task was cancelled before the command was sent.
    case cancelled
    /// The client was closed.
    case closed
}

extension RedisError: CustomStringConvertible {
    /// A sentence for people, without a full stop.
    package var description: String {
        switch self {
        case .invalidAddress(let reason), .cannotOpen(let reason): reason
        case .unavailable(let reason): "Redis is unavailable: \(reason)"
        case .timedOut: "Redis did not answer in time"
        case .overloaded(let waiting): "\(waiting) callers wait for Redis already"
        case .noConnection(let patience): "no connection to Redis became free within \(patience)"
        case .refused(let code): "Redis refuses a command with \(code)"
        case .cancelled: "the task was cancelled"
        case .closed: "the connection to Redis is closed"
        }
    }
}
