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
