import Document

/// What endpoints can be told of (control API §12).
package enum WebhookType: String, Hashable, Sendable, CaseIterable {
    case sessionStarted = "session.started"
    case sessionEnded = "session.ended"
    case transcriptFinal = "transcript.final"
    case handoffRequested = "handoff.requested"
    case handoffAccepted = "handoff.accepted"
    case handoffCompleted = "handoff.completed"
    case approvalRequested = "approval.requested"
    case approvalDecided = "approval.decided"
    case commandFinished = "command.finished"
    case notificationCreated = "notification.created"
    case bookingCreated = "booking.created"
    case budgetSoft = "budget.soft"
    case budgetHard = "budget.hard"
    case circuitOpened = "circuit.opened"
    case circuitClosed = "circuit.closed"
    /// Sent when somebody tries an endpoint out.
    case ping

    /// The types of events that may mean something.
    static let sources: Set = [
        "lifecycle", "transcript", "handoff", "approval", "command", "notification", "tool_call",
        "usage",
    ]

    init?(_ type: String, _ frame: JSON) {
        switch type {
        case "lifecycle": self = frame["session"]?["status"] == "ended" ? .sessionEnded : .sessionStarted
        case "transcript": self = .transcriptFinal
        case "notification": self = .notificationCreated
        case "handoff": self.init(handoff: frame["status"]?.string)
        case "usage":
            guard let level = frame["budget"]?.string else { return nil }
            self.init(rawValue: "budget.\(level)")
        case "approval": self = frame["status"] == "pending" ? .approvalRequested : .approvalDecided
        case "command":
            let open: Set = ["accepted", "queued"]
            guard let status = frame["status"]?.string, !open.contains(status) else { return nil }
            self = .commandFinished
        case "tool_call":
            guard frame["phase"] == "finished", frame["ok"] == true, frame["tool"] == "book_appt" else { return nil }
            self = .bookingCreated
        default: return nil
        }
    }

    private init?(handoff status: String?) {
        switch status {
        case "requested": self = .handoffRequested
        case "accepted": self = .handoffAccepted
        case "completed": self = .handoffCompleted
        default: return nil
        }
    }
}
