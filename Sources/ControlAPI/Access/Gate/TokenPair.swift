package import Store

/// What somebody gets who signs in: a token for an hour, and one to get the next.
package struct TokenPair: Sendable {
    package let access: IssuedToken
    package let refresh: IssuedToken
    package let user: User
}
