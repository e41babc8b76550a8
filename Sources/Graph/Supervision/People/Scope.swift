/// What somebody may see. Every call that reads or changes a session takes one; what it does not show does not exist for them.
package struct Scope: Hashable, Sendable {
    package enum Viewer: Hashable, Sendable {
        /// All of the workspace.
        case everybody
        /// Their own sessions, those that are nobody's, and those they were given.
        case supervisor(String)
        /// The sessions they were given.
        case `operator`(String)
        /// The one session they talk in.
        case caller(String)
    }

    package let workspace: String
    package let viewer: Viewer

    package init(workspace: String = Workspace.first, viewer: Viewer) {
        self.workspace = workspace
        self.viewer = viewer
    }

    /// Whether a session is within it.
    package func shows(_ session: String, of ownership: Ownership) -> Bool {
        guard ownership.workspace == workspace else { return false }
        return switch viewer {
        case .everybody: true
        case .supervisor(let id): ownership.owner == nil || ownership.owner == id || ownership.guests.contains(id)
        case .operator(let id): ownership.guests.contains(id)
        case .caller(let own): own == session
        }
    }
}
