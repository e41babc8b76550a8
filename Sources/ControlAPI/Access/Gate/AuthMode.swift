/// Who proves identity (control API §17, D8).
package enum AuthMode: String, Hashable, Sendable, CaseIterable {
    /// Nobody has to: everybody without a token is the admin `anonymous`. On loopback only.
    case open
    /// The users in the database.
    case users
    /// An issuer elsewhere.
    case jwks

    /// Throws `configuration` for `open` where others than this machine can connect.
    package func check(isLoopback: Bool) throws(AccessError) {
        if self == .open, !isLoopback {
            throw .configuration(
                "AUTH_MODE=open lets everybody in, so it works only when the server listens on this machine alone")
        }
    }
}
