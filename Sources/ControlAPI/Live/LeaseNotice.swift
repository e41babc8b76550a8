import Document
import Store
import Supervision

/// Who has the say in a session, as a `lease` event tells it.
struct LeaseNotice {
    let session: String
    /// A principal's id; `nil`: nobody.
    let holder: String?

    init(_ event: LoggedEvent) {
        session = event.sessionID
        holder = event.frame["holder"]?["id"]?.string
    }
}

extension FeedOutbox.State {
    /// Remembers which leases the client holds, to keep them while it is there.
    mutating func learn(_ notice: LeaseNotice) {
        guard let id = pass?.principal.id else { return }
        if notice.holder == id { leases.insert(notice.session) } else { leases.remove(notice.session) }
    }
}
