/// A user, and what their password is compared with.
package struct UserCredentials: Sendable, CustomStringConvertible, CustomReflectable {
    package let user: User
    /// `nil`: they cannot sign in by password.
    package let passwordHash: String?

    package var description: String { "credentials of \(user.id)" }
    package var customMirror: Mirror { Mirror(self, children: ["user": user]) }
}
