import Document
package import Store
package import Supervision

extension LoggedEvent {
    /// Whether somebody who sees the session may know of the event: of a supervisor who listens privately only they themselves and
    /// admins do.
    package func isShown(to principal: Principal) -> Bool {
        guard type == "attachment", principal.role != .admin else { return true }
        let frame = frame
        return frame["visibility"] != "private" || frame["principal"]?.string == principal.id
    }
}
