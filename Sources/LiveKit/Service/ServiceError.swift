import HTTP
package import Token

/// Why a call of the HTTP API failed.
package enum ServiceError: Error, Hashable, Sendable {
    /// The server's own words, such as `not_found` and `participant does not exist`.
    case twirp(code: TwirpCode, message: String)
    /// An answer that is not Twirp's: a refused token (401), a proxy's page. The body is cut at 1000 characters.
    case http(status: Int, body: String)
    /// The address is no address of a server, or nobody answers there.
    case unreachable(String)
    case timedOut
    /// A success whose body cannot be read.
    case malformed(String)
    /// Too many calls wait already.
    case overloaded
    /// The token could not be made.
    case token(TokenError)
}

extension ServiceError: CustomStringConvertible {
    /// A sentence for people, without a full stop.
    package var description: String {
        switch self {
        case .twirp(.unauthenticated, _), .http(401, _): "the server refuses the API key or its secret"
        case .twirp(.permissionDenied, let message): "the API key may not do this: \(message)"
        case .twirp(let code, let message): "the server says \(code.rawValue): \(message)"
        case .http(let status, _): "the server answered with HTTP status \(status)"
        case .unreachable(let reason): "the server cannot be reached: \(reason)"
        case .timedOut: "the server did not answer in time"
        case .malformed(let what): "the server's answer cannot be read: \(what)"
        case .overloaded: "too many calls wait for the server already"
        case .token(let error): "no token could be made: \(error)"
        }
    }
}

extension ServiceError {
    init(_ error: HTTPError) {
        self =
            switch error {
            case .unreachable(let reason): .unreachable(reason)
            case .timedOut: .timedOut
            case .tooLong: .malformed("the answer is too long")
            case .overloaded: .overloaded
            case .cancelled: .unreachable("the call was cancelled")
            }
    }
}
