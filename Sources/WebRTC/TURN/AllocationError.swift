package import STUN

/// Why there is no relayed address, or none any more.
package enum AllocationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The server does not answer.
    case silent
    /// The server does not accept the credentials.
    case unauthorized
    /// 486: this user has as many allocations as the server grants.
    case quotaReached
    /// 508: the server is full.
    case insufficientCapacity
    /// Any other error.
    case rejected(STUNErrorCode)
    /// The server sends from one server to the next.
    case tooManyAlternates
    /// The server has forgotten the allocation, for example because this host's address has changed.
    case forgotten
    /// The connection to the server has failed or ended.
    case streamEnded

    package var description: String {
        switch self {
        case .silent: "the TURN server does not answer"
        case .unauthorized: "the TURN server does not accept the credentials"
        case .quotaReached: "the TURN server's quota for this user is reached"
        case .insufficientCapacity: "the TURN server is full"
        case .rejected(let error): "the TURN server refuses: \(error.code) \(error.reason)"
        case .tooManyAlternates: "the TURN servers refer to each other"
        case .forgotten: "the TURN server has forgotten the allocation"
        case .streamEnded: "the connection to the TURN server has ended"
        }
    }

    init(_ error: STUNErrorCode) {
        switch error.code {
        case STUNErrorCode.unauthenticated.code: self = .unauthorized
        case STUNErrorCode.allocationMismatch.code: self = .forgotten
        case STUNErrorCode.quotaReached.code: self = .quotaReached
        case STUNErrorCode.insufficientCapacity.code: self = .insufficientCapacity
        default: self = .rejected(error)
        }
    }
}
