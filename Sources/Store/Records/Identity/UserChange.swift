package import Supervision

/// What shall be different about a user; `nil` stays as it is.
package struct UserChange: Hashable, Sendable {
    package var name: String?
    package var role: Role?
    package var isActive: Bool?
    package var skills: [String]?
    package var status: Presence?
    /// The digest of a new password.
    package var passwordHash: String?

    package init() {}

    /// Whether who is signed in has to sign in anew.
    var endsSignIns: Bool { role != nil || isActive == false || passwordHash != nil }
}
