package import FoundationEssentials
package import Supervision

/// What a key shall be good for.
package struct APIKeyWish: Hashable, Sendable {
    package var name: String
    package var role: Role
    package var owner: String?
    package var isPublishable = false
    package var scopes: Set<String>?
    package var origins: Set<String> = []
    package var expiresAt: Date?

    package init(name: String, role: Role) {
        self.name = name
        self.role = role
    }
}
