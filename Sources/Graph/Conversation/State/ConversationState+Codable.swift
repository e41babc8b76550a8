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
        var fields = encoder.container(keyedBy: Field.self)
        for (name, value) in unknown { try fields.encode(value, forKey: Field(name)) }
        try fields.encode(sessionID, forKey: Field(.session_id))
        try fields.encode(messages, forKey: Field(.messages))
        try fields.encode(currentAgent, forKey: Field(.current_agent))
        try fields.encode(detectedIntent, forKey: Field(.detected_intent))
        try fields.encode(confidence, forKey: Field(.confidence))
        try fields.encode(customer, forKey: Field(.customer))
        try fields.encode(bookingSlots, forKey: Field(.booking_slots))
        try fields.encode(pendingTasks, forKey: Field(.pending_tasks))
        try fields.encode(notificationsQueue, forKey: Field(.notifications_queue))
        try fields.encode(escalationInProgress, forKey: Field(.escalation_in_progress))
        try fields.encode(humanAgentStatus, forKey: Field(.human_agent_status))
        try fields.encode(turnCount, forKey: Field(.turn_count))
        try fields.encode(createdAt.moment, forKey: Field(.created_at))
        try fields.encode(lastUpdated.moment, forKey: Field(.last_updated))
    }

    /// A key of document 004, or one this version does not know.
    private struct Field: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ key: Key) { stringValue = key.rawValue }
        init(_ name: String) { stringValue = name }
        init(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}
