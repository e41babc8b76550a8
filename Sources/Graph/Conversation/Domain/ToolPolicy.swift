/// What people have to do with a tool that changes something (control API §10.6).
package enum ToolPolicy: Hashable, Sendable {
    /// What happens when nobody decided in time.
    package enum Timeout: String, Hashable, Sendable, CaseIterable {
        /// It is not done, and the caller is told.
        case deny
        /// It is done.
        case allow
        /// It is not done, and a colleague is looked for.
        case escalate
    }

    /// It runs.
    case auto
    /// It runs, and people are told.
    case notify
    /// It waits for a person, but no longer than this.
    case approve(within: Duration, onTimeout: Timeout = .deny)

    /// How long a person has, unless the business says otherwise.
    package static let deadline: Duration = .seconds(45)
}
