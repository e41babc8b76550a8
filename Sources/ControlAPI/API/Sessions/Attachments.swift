import Conversation
import Document
import Foundation
import Store
import Supervision
import Surface

/// Supervisors on calls. The session's log is what is true; each change is also told as `supervisor_presence` with all who are
/// announced.
struct Attachments: Sendable {
    let sessions: Sessions
    let board: ControlBoard

    /// Attachments of a session that somebody may know of.
    func list(of session: String, for principal: Principal) async -> [Attachment] {
        await board.view(of: session).attachments.filter { $0.isShown(to: principal) }
    }

    /// One's own attachment; an admin's are all.
    func own(_ id: String, of session: String, by principal: Principal) async throws(Problem) -> Attachment {
        let all = await current(session)
        guard let found = all.first(where: { $0.id == id }),
            found.principal == principal.id || principal.role == .admin
        else { throw Problem(.notFound, "There is no attachment with this id in this session.") }
        return found
    }

    func join(_ attachment: Attachment, to session: String) async {
        await tell(attachment, "joined", in: session)
    }

    func change(_ attachment: Attachment, in session: String) async {
        await tell(attachment, "changed", in: session)
    }

    func leave(_ attachment: Attachment, from session: String) async {
        await tell(attachment, "left", in: session)
    }

    private func tell(_ attachment: Attachment, _ state: String, in session: String) async {
        let kind = SessionEvent.Kind.extra(type: Attachment.eventType, fields: attachment.fields(state))
        await sessions.log.append(SessionEvent(session, kind), at: Date())
        let present = await current(session).filter { $0.visibility == .announced }.map(\.presence)
        let presence = SessionEvent.Kind.extra(type: "supervisor_presence", fields: ["attachments": .array(present)])
        await sessions.log.append(SessionEvent(session, presence), at: Date())
    }

    private func current(_ session: String) async -> [Attachment] {
        await board.view(of: session).attachments
    }
}
