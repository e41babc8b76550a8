package import Document
package import FoundationEssentials

/// A session in one line, for lists.
package struct SessionSummary: Hashable, Sendable {
    /// How the caller talks with the agent.
    package enum Channel: String, Codable, Hashable, Sendable {
        case voice, chat
    }

    package var id: String
    package var channel: Channel
    /// The LiveKit room, for a voice session.
    package var room: String?
    package var startedAt: Date
    /// `nil` while the session lives.
    package var endedAt: Date?
    /// Such as `caller_left`, `goodbye`, `expired`, `shutdown`.
    package var endReason: String?
    package var turnCount: Int
    package var currentAgent: AgentType
    package var intent: String?
    package var customerName: String?

    package var isLive: Bool { endedAt == nil }

    package init(id: String, channel: Channel, room: String? = nil, startedAt: Date) {
        self.id = id
        self.channel = channel
        self.room = room
        self.startedAt = startedAt
        turnCount = 0
        currentAgent = .router
    }

    /// Copies what a list shows out of the conversation's state.
    package mutating func absorb(_ state: ConversationState) {
        turnCount = state.turnCount
        currentAgent = state.currentAgent
        intent = state.detectedIntent
        customerName = state.customer.name ?? state.bookingSlots.customerName
    }
}

extension SessionSummary: Encodable {
    package var json: JSON {
        [
            "session_id": .string(id), "channel": .string(channel.rawValue),
            "status": .string(isLive ? "live" : "ended"), "room": room.map(JSON.string) ?? .null,
            "started_at": .string(startedAt.moment), "ended_at": (endedAt?.moment).map(JSON.string) ?? .null,
            "end_reason": endReason.map(JSON.string) ?? .null, "turn_count": .int(turnCount),
            "current_agent": .string(currentAgent.rawValue), "intent": intent.map(JSON.string) ?? .null,
            "customer_name": customerName.map(JSON.string) ?? .null,
        ]
    }

    package func encode(to encoder: any Encoder) throws {
        try json.encode(to: encoder)
    }
}
