package import FoundationEssentials

/// One time somebody signed in. Every token that comes of it names its family.
package struct SignIn: Hashable, Sendable {
    /// `sgn_` and 26 characters.
    package let family: String
    /// The digest of its first refresh token.
    package let tokenHash: String
    package let begunAt: Date
    /// When it ends, however often it is refreshed.
    package let expiresAt: Date

    package init(family: String, tokenHash: String, begunAt: Date, expiresAt: Date) {
        self.family = family
        self.tokenHash = tokenHash
        self.begunAt = begunAt
        self.expiresAt = expiresAt
    }
}
