package import Supervision

/// A user who shall be added.
package struct UserWish: Sendable {
    package let email: EmailAddress
    package let name: String
    package let role: Role
    package let password: Redacted<String>
    package var skills: [String] = []

    /// Throws `invalid` for a role that is no user's.
    package init(email: EmailAddress, name: String, role: Role, password: Redacted<String>) throws(AccessError) {
        guard [.operator, .supervisor, .admin].contains(role) else { throw .invalid("role of a user") }
        self.email = email
        self.name = name
        self.role = role
        self.password = password
    }
}
