/// Why a stream is gone, or was never there.
package enum StreamError: Error, Hashable, Sendable, CustomStringConvertible {
    case unreachable(ConnectionFailure)
    /// The peer sent what is no frame.
    case malformed(FramingError)
    /// The connection ended, by the peer or on the way.
    case ended
    /// As many streams are open already as one owner may have.
    case tooMany

    package var description: String {
        switch self {
        case .unreachable(let failure): "\(failure)"
        case .malformed(let error): "the peer's stream makes no sense: \(error)"
        case .ended: "the connection ended"
        case .tooMany: "too many connections are open"
        }
    }
}
