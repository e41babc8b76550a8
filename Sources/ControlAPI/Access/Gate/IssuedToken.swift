package import FoundationEssentials

/// A token or a ticket that was just made.
package struct IssuedToken: Sendable {
    package let secret: Redacted<String>
    package let expiresAt: Date

    package init(_ secret: String, until expiresAt: Date) {
        self.secret = Redacted(secret)
        self.expiresAt = expiresAt
    }
}
