import Conversation
import Document
import FoundationEssentials

extension SessionSummary {
    /// From what it is encoded as; `nil` for anything else.
    init?(stored: JSON) {
        guard let id = stored["session_id"]?.string, let channel = stored["channel"]?.string.flatMap(Channel.init),
            let startedAt = Self.time(stored["started_at"]),
            let agent = stored["current_agent"]?.string.flatMap(AgentType.init)
        else { return nil }
        self.init(id: id, channel: channel, room: stored["room"]?.string, startedAt: startedAt)
        endedAt = Self.time(stored["ended_at"])
        endReason = stored["end_reason"]?.string
        turnCount = stored["turn_count"]?.int ?? 0
        currentAgent = agent
        intent = stored["intent"]?.string
        customerName = stored["customer_name"]?.string
    }

    private static func time(_ value: JSON?) -> Date? {
        value?.string.flatMap(Date.init(moment:))
    }
}
