package import Document
package import FoundationEssentials
import Supervision

/// What somebody did, to be written down for good. It holds no secret.
package struct AuditEntry: Hashable, Sendable {
    package let workspace: String
    package let at: Date
    /// A principal's id, or `system`.
    package let actor: String
    /// Such as `login`, `login.failed`, `user.created`, `command.say`.
    package let action: String
    /// What it was done to: an id.
    package let target: String
    package var before: JSON?
    package var after: JSON?
    package var requestID: String?

    package init(actor: String, action: String, target: String, in workspace: String = Workspace.first, at: Date) {
        self.workspace = workspace
        // As it is stored, so that what comes back is what was written.
        self.at = Moment.date(Moment.milliseconds(at))
        self.actor = actor
        self.action = action
        self.target = target
    }
}
