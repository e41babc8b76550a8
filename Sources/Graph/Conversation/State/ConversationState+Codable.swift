import Document
import FoundationEssentials

extension ConversationState: Codable {
    /// The keys of document 004.
    private enum Key: String, CaseIterable {
        case session_id, messages, current_agent, detected_intent, confidence, customer, booking_slots, pending_tasks
        case notifications_queue, escalation_in_progress, human_agent_status, turn_count, created_at, last_updated
    }

    package init(from decoder: any Decoder) throws {
        let fields = try [String: JSON](from: decoder)
        func read<Value: Decodable>(_ key: Key, _ fallback: Value) throws -> Value {
            guard let value = fields[key.rawValue], !value.isNull else { return fallback }
            return try value.decoded(as: Value.self)
        }
        func time(_ key: Key) throws -> Date {
            try Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(try read(key, ""))
        }
        guard let id = fields[Key.session_id.rawValue]?.string else {
            let context = DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no session_id")
            throw DecodingError.dataCorrupted(context)
        }
        self.init(sessionID: id, createdAt: try time(.created_at))
        lastUpdated = try time(.last_updated)
        messages = try read(.messages, [])
        currentAgent = try read(.current_agent, .router)
        detectedIntent = try read(.detected_intent, nil)
        confidence = try read(.confidence, 0)
        customer = try read(.customer, CustomerContext())
        bookingSlots = try read(.booking_slots, BookingSlots())
        pendingTasks = try read(.pending_tasks, [])
        notificationsQueue = try read(.notifications_queue, [])
        escalationInProgress = try read(.escalation_in_progress, false)
        humanAgentStatus = try read(.human_agent_status, nil)
        turnCount = try read(.turn_count, 0)
        unknown = fields.filter { Key(rawValue: $0.key) == nil }
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = unknown
        for (key, value) in try known() { fields[key.rawValue] = value }
        try fields.encode(to: encoder)
    }

    private func known() throws -> [Key: JSON] {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return [
            .session_id: .string(sessionID),
            .messages: try JSON(encoding: messages),
            .current_agent: .string(currentAgent.rawValue),
            .detected_intent: detectedIntent.map(JSON.string) ?? .null,
            .confidence: .number(confidence),
            .customer: try JSON(encoding: customer),
            .booking_slots: try JSON(encoding: bookingSlots),
            .pending_tasks: try JSON(encoding: pendingTasks),
            .notifications_queue: try JSON(encoding: notificationsQueue),
            .escalation_in_progress: .bool(escalationInProgress),
            .human_agent_status: humanAgentStatus.map { .string($0.rawValue) } ?? .null,
            .turn_count: .int(turnCount),
            .created_at: .string(createdAt.formatted(style)),
            .last_updated: .string(lastUpdated.formatted(style)),
        ]
    }
}
