/// Why there is no answer.
package enum HTTPError: Error, Hashable, Sendable {
    /// Nobody answers there, or the answer broke off; in libcurl's words.
    case unreachable(String)
    case timedOut
    /// The answer is longer than the request allows.
    case tooLong
    /// Too many exchanges wait already.
    case overloaded
    /// The task was cancelled before the exchange began.
    case cancelled
}

extension HTTPError: CustomStringConvertible {
    /// A sentence for people, without a full stop.
    package var description: String {
        switch self {
        case .unreachable(let reason): "the server cannot be reached: \(reason)"
        case .timedOut: "the server did not answer in time"
        case .tooLong: "the answer is too long"
        case .overloaded: "too many requests wait already"
        case .cancelled: "the request was cancelled"
        }
    }
}
