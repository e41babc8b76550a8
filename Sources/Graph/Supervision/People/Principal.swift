/// Who asks: a person, a program, or a caller in one session.
package struct Principal: Hashable, Sendable, Codable {
    /// Unique within the workspace: a user's, an API key's or a session's id.
    package var id: String
    package var role: Role
    /// For people to read.
    package var name: String
    package var workspace: String
    /// The one session a caller may touch.
    package var session: String?
    /// What the bearer's key is limited to, such as `session:read`; `nil`: whatever the role may do.
    package var grants: Set<String>?
    /// The supervisor for whom a key or a foreign token acts; `nil`: the principal itself.
    package var supervisor: String?

    package init(
        id: String, role: Role, name: String? = nil, workspace: String = Workspace.first, session: String? = nil,
        grants: Set<String>? = nil
    ) {
        self.id = id
        self.role = role
        self.name = name ?? id
        self.workspace = workspace
        self.session = session
        self.grants = grants
    }

    /// What this principal may see.
    package var scope: Scope {
        switch role {
        case .admin, .worker: Scope(workspace: workspace, viewer: .everybody)
        case .supervisor: Scope(workspace: workspace, viewer: .supervisor(supervisor ?? id))
        case .operator: Scope(workspace: workspace, viewer: .operator(id))
        case .caller: Scope(workspace: workspace, viewer: .caller(session ?? ""))
        }
    }
}
