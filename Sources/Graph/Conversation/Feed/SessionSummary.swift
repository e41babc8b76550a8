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
    private enum CodingKeys: String, CodingKey {
        case channel, room, status, intent
        case id = "session_id"
        case startedAt = "started_at"
        case endedAt = "ended_at"
        case endReason = "end_reason"
        case turnCount = "turn_count"
        case currentAgent = "current_agent"
        case customerName = "customer_name"
    }

    package func encode(to encoder: any Encoder) throws {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(channel, forKey: .channel)
        try container.encode(isLive ? "live" : "ended", forKey: .status)
        try container.encode(room, forKey: .room)
        try container.encode(startedAt.formatted(style), forKey: .startedAt)
        try container.encode(endedAt?.formatted(style), forKey: .endedAt)
        try container.encode(endReason, forKey: .endReason)
        try container.encode(turnCount, forKey: .turnCount)
        try container.encode(currentAgent, forKey: .currentAgent)
        try container.encode(intent, forKey: .intent)
        try container.encode(customerName, forKey: .customerName)
    }
}
