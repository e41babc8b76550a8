package import FoundationEssentials
package import Supervision

/// A program's key. Its secret is shown once and kept as a digest only.
package struct APIKey: Hashable, Sendable, Codable {
    /// `key_` and 26 characters.
    package let id: String
    package let workspace: String
    package let name: String
    package let role: Role
    /// The supervisor who acts by it, and to whom sessions belong that it makes.
    package let owner: String?
    /// Stands in a page: it makes sessions, from `origins`, and does nothing else.
    package let isPublishable: Bool
    /// What it is limited to, such as `session:read`; `nil`: whatever its role may do.
    package let scopes: Set<String>?
    /// Origins (RFC 6454) a publishable key is used from, such as `https://example.com`.
    package let origins: Set<String>
    package let createdAt: Date
    package let expiresAt: Date?
    package internal(set) var lastUsedAt: Date?
    package internal(set) var revokedAt: Date?

    package init(_ wish: APIKeyWish, in workspace: String = Workspace.first, now: Date) {
        id = RandomID.make("key")
        self.workspace = workspace
        name = wish.name
        role = wish.isPublishable ? .caller : wish.role
        owner = wish.owner
        isPublishable = wish.isPublishable
        scopes = wish.isPublishable ? ["session:create"] : wish.scopes
        origins = wish.isPublishable ? wish.origins : []
        createdAt = now
        expiresAt = wish.expiresAt
    }

    /// Whether it opens anything at this time.
    package func isValid(now: Date) -> Bool {
        revokedAt == nil && expiresAt.map { now < $0 } ?? true
    }
}
