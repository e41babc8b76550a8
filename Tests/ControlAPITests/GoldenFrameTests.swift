import ControlAPI
import Conversation
import Document
import Feeds
import Foundation
import Testing

/// The frames of document 004, key for key, as a client receives them.
@Suite("Golden frames", .timeLimit(.minutes(1)))
struct GoldenFrameTests {
    @Test("a state update")
    func stateUpdate() async throws {
        var state = ConversationState(sessionID: "sess_test", createdAt: Date())
        state.currentAgent = .booking
        state.detectedIntent = "book_service"
        state.confidence = 0.92
        state.bookingSlots.serviceType = "Oil Change"
        let frame = try await received(.stateUpdate(state))
        #expect(
            frame == [
                "type": "state_update", "session_id": "sess_test", "current_agent": "booking",
                "intent": "book_service", "confidence": 0.92,
                "customer": ["customer_id": nil, "name": nil, "phone": nil, "email": nil, "vehicles": []],
                "booking_slots": [
                    "appointment_type": nil, "service_type": "Oil Change", "preferred_date": nil,
                    "preferred_time": nil, "customer_name": nil, "customer_phone": nil, "customer_email": nil,
                ], "pending_tasks": [],
            ])
    }

    @Test("a line of the transcript", arguments: [SessionEvent.Role.user, .assistant])
    func transcript(role: SessionEvent.Role) async throws {
        let frame = try await received(.transcript(role: role, content: "I need an oil change", agent: .booking))
        #expect(
            frame == [
                "type": "transcript", "session_id": "sess_test", "role": .string(role.rawValue),
                "content": "I need an oil change", "agent_type": "booking",
            ])
    }

    @Test("a task")
    func task() async throws {
        var task = BackgroundTask(taskID: "esc_1", status: .completed)
        task.humanAvailable = true
        task.humanAgentName = "Sarah"
        let frame = try await received(.taskUpdate(task))
        #expect(
            frame == [
                "type": "task_update", "session_id": "sess_test",
                "task": [
                    "task_id": "esc_1", "task_type": "human_escalation", "status": "completed",
                    "human_available": true, "human_agent_name": "Sarah",
                ],
            ])
    }

    @Test("a notification")
    func notification() async throws {
        let sent = SessionNotification(notificationID: "notif_1", message: "Sarah is available", priority: .interrupt)
        let frame = try await received(.notification(sent))
        #expect(
            frame == [
                "type": "notification", "session_id": "sess_test", "notification_id": "notif_1",
                "message": "Sarah is available", "priority": "interrupt",
            ])
    }

    @Test("a latency report, which names no session in document 004")
    func latency() async throws {
        let frame = try await received(.latency(Latency(sttMs: 450, llmMs: 1200, ttsMs: 380, totalMs: 2100)))
        #expect(
            frame == [
                "type": "latency", "data": ["stt_ms": 450, "llm_ms": 1200, "tts_ms": 380, "total_ms": 2100],
            ])
    }

    @Test("ping and pong, and heartbeats")
    func ping() async throws {
        try await RunningServer.with(adjust: { $0.feed.heartbeat = .milliseconds(50) }) { server in
            try await server.session()
            try await FeedClient.with(server, "/ws/sess_test") { feed in
                #expect(try await feed.next() == .text(#"{"type":"heartbeat"}"#))
                try await feed.send(#"{"type":"ping"}"#)
                #expect(try await feed.frame() == ["type": "pong"])
                #expect(try await feed.next() == .text(#"{"type":"heartbeat"}"#))
            }
        }
    }

    /// The one frame a feed carries for an event.
    private func received(_ kind: SessionEvent.Kind) async throws -> JSON {
        try await RunningServer.with { server in
            try await server.session()
            return try await FeedClient.with(server, "/ws/sess_test") { feed in
                // From its first heartbeat on a feed carries what happens.
                _ = try await feed.next()
                await server.append(kind)
                return try await feed.frame()
            }
        }
    }
}
