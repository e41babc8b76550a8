import Conversation
import Document
import FoundationEssentials
import Testing

@Suite struct StateTests {
    private func state() -> ConversationState {
        var state = ConversationState(sessionID: "sess_abc123", createdAt: Date(timeIntervalSince1970: 1_777_888_800))
        state.messages = [Message(.human, "Hello"), Message(.ai, "Welcome!")]
        state.detectedIntent = "greeting"
        state.confidence = 0.95
        state.customer.vehicles = [Vehicle(make: "Honda", model: "Civic", year: 2018)]
        state.bookingSlots.appointmentType = .testDrive
        state.pendingTasks = [BackgroundTask(taskID: "esc_1")]
        state.notificationsQueue = [SessionNotification(notificationID: "n", message: "m", priority: .high)]
        state.humanAgentStatus = .callbackScheduled
        state.turnCount = 1
        return state
    }

    @Test("the stored state has document 004's fields in snake case")
    func fields() throws {
        let json = try JSON(encoding: state())
        guard case .object(let fields) = json else {
            Issue.record("no object")
            return
        }
        #expect(
            Set(fields.keys) == [
                "session_id", "messages", "current_agent", "detected_intent", "confidence", "customer", "booking_slots",
                "pending_tasks", "notifications_queue", "escalation_in_progress", "human_agent_status", "turn_count",
                "created_at", "last_updated",
            ])
        #expect(json["messages"] == [["type": "human", "content": "Hello"], ["type": "ai", "content": "Welcome!"]])
        #expect(json["current_agent"] == "router")
        #expect(json["created_at"]?.string?.hasPrefix("2026-05-04T10:00:00") == true)
        #expect(json["customer"]?["customer_id"] == JSON.null)
    }

    @Test("a round trip through text loses nothing, unknown keys included")
    func roundTrip() throws {
        var state = state()
        state.unknown = ["later_version": ["a": 1]]
        let text = try JSON(encoding: state).text
        #expect(try JSON(parsing: text).decoded(as: ConversationState.self) == state)
    }

    @Test("a truncated or foreign text is an error, never a trap")
    func hostile() throws {
        let text = try JSON(encoding: state()).text
        for length in 0..<text.utf8.count {
            let part = String(decoding: Array(text.utf8.prefix(length)), as: UTF8.self)
            #expect(throws: (any Error).self) { try JSON(parsing: part).decoded(as: ConversationState.self) }
        }
        for foreign in ["[]", "{}", "null", "{\"session_id\":1}", "{\"session_id\":\"s\",\"created_at\":\"soon\"}"] {
            #expect(throws: (any Error).self) { try JSON(parsing: foreign).decoded(as: ConversationState.self) }
        }
    }

    @Test("the same value is the same text")
    func stableText() {
        let value: JSON = ["b": 1, "a": [true, nil, "x/y"], "c": 1.5]
        #expect(value.text == "{\"a\":[true,null,\"x/y\"],\"b\":1,\"c\":1.5}")
    }
}
