import Document
import FoundationEssentials
import Supervision

/// What an `approval` event says: that a question was asked, or what became of it.
struct ApprovalChange {
    let id: String
    let status: Approval.Status
    let decidedBy: String?
    private let frame: JSON
    private let event: LoggedEvent

    /// From the fields of `Approval`; `id` or `approval_id`, times in RFC 3339. `nil` when it has no id or no status.
    init?(_ frame: JSON, of event: LoggedEvent) {
        guard let id = frame["approval_id"]?.string ?? frame["id"]?.string,
            let status = frame["status"]?.string.flatMap(Approval.Status.init)
        else { return nil }
        self.id = id
        self.status = status
        decidedBy = frame["decided_by"]?.string
        self.frame = frame
        self.event = event
    }

    /// The question after this; a question that is closed is never opened again.
    func applied(to known: Approval?) -> Approval {
        var approval = known ?? asked
        guard approval.status == .pending else { return approval }
        approval.status = status
        approval.decidedBy = decidedBy ?? approval.decidedBy
        return approval
    }

    private var asked: Approval {
        Approval(
            id: id, session: event.sessionID, tool: frame["tool"]?.string ?? "",
            arguments: frame["arguments"] ?? frame["args"] ?? .null, prompt: frame["prompt"]?.string ?? "",
            askedAt: time("asked_at") ?? event.at, deadline: time("deadline"),
            approver: frame["approver"]?.string)
    }

    private func time(_ key: String) -> Date? {
        frame[key]?.string.flatMap(Date.init(moment:))
    }
}
