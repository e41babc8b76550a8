import Conversation
import Document
import FoundationEssentials
import Supervision

/// What an event of the log says about a session's entry in the directory.
enum SessionChange {
    case summary(SessionSummary)
    case mode(String)
    /// `state_update`: who talks, what about and with whom.
    case state(agent: AgentType?, intent: String?, customer: String?)
    /// `turn`: its number.
    case turn(Int)
    case approval(ApprovalChange)

    /// The types that `init` understands.
    static let types: Set = ["lifecycle", "mode", "state_update", "turn", "approval"]

    /// `nil` for an event that changes nothing there, and for one that another program wrote otherwise.
    init?(_ event: LoggedEvent) {
        guard Self.types.contains(event.type) else { return nil }
        let frame = event.frame
        switch event.type {
        case "lifecycle":
            guard let summary = frame["session"].flatMap(SessionSummary.init(stored:)), summary.id == event.sessionID
            else { return nil }
            self = .summary(summary)
        case "mode":
            guard let mode = frame["mode"]?.string else { return nil }
            self = .mode(mode)
        case "state_update":
            let name = frame["customer"]?["name"]?.string ?? frame["booking_slots"]?["customer_name"]?.string
            self = .state(
                agent: frame["current_agent"]?.string.flatMap(AgentType.init), intent: frame["intent"]?.string,
                customer: name)
        case "turn":
            guard let turn = frame["turn"]?.int else { return nil }
            self = .turn(turn)
        default:
            guard let change = ApprovalChange(frame, of: event) else { return nil }
            self = .approval(change)
        }
    }
}
