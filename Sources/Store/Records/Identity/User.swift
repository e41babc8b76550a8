package import FoundationEssentials
package import Supervision

/// A person who signs in: an operator, a supervisor or an admin. Their password is not part of it.
package struct User: Hashable, Sendable, Codable {
    /// `usr_` and 26 characters.
    package let id: String
    package let workspace: String
    /// In lower case; unique within the workspace.
    package let email: String
    package var name: String
    package var role: Role
    /// Who is not cannot sign in, and is signed out.
    package var isActive: Bool
    /// What calls an operator takes, such as `spanish` or `billing`.
    package var skills: [String]
    /// Whether an operator takes calls now.
    package var status: Presence
    package let createdAt: Date
    package var updatedAt: Date

    package init(
        email: String, name: String, role: Role, skills: [String] = [], in workspace: String = Workspace.first,
        now: Date
    ) {
        id = RandomID.make("usr")
        self.workspace = workspace
        self.email = email
        self.name = name
        self.role = role
        isActive = true
        self.skills = skills
        status = .offline
        createdAt = now
        updatedAt = now
    }
}
