import Contract

/// What became of a request about ourselves.
package enum RequestOutcome: Hashable, Sendable {
    case accepted
    /// With the server's own words, if it has any.
    case refused(Refusal, String)
    /// No answer in time.
    case unanswered

    /// Why the server does not do it.
    package enum Refusal: Hashable, Sendable {
        case notFound
        /// The token does not allow it.
        case notAllowed
        case limitExceeded
        case unsupportedType
        /// Another reason; the number is its `RequestResponse.Reason`.
        case other(Int)
    }

    init(_ response: Livekit_RequestResponse) {
        switch response.reason {
        case .ok, .queued: self = .accepted
        case .notFound: self = .refused(.notFound, response.message)
        case .notAllowed: self = .refused(.notAllowed, response.message)
        case .limitExceeded: self = .refused(.limitExceeded, response.message)
        case .unsupportedType: self = .refused(.unsupportedType, response.message)
        default: self = .refused(.other(response.reason.rawValue), response.message)
        }
    }
}
