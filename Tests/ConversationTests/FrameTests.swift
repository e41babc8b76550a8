import Conversation
import Document
import FoundationEssentials
import Testing

/// Document 004's WebSocket frames, key for key.
@Suite struct FrameTests {
    private let start = Date(timeIntervalSince1970: 1_777_888_800)

    private func keys(_ value: JSON?) -> Set<String> {
        guard case .object(let fields) = value else { return [] }
        return Set(fields.keys)
    }

    @Test("a state update has the documented keys and nothing else")
    func stateUpdate() {
        var state = ConversationState(sessionID: "sess_xxx", createdAt: start)
        state.currentAgent = .booking
        state.detectedIntent = "book_service"
        state.confidence = 0.92
        let frame = SessionEvent("sess_xxx", .stateUpdate(state)).frame()
        #expect(
            keys(frame) == [
                "type", "session_id", "current_agent", "intent", "confidence", "customer", "booking_slots",
                "pending_tasks",
            ])
        #expect(frame["type"] == "state_update")
        #expect(frame["current_agent"] == "booking")
        #expect(frame["intent"] == "book_service")
        #expect(frame["confidence"] == 0.92)
        #expect(keys(frame["customer"]) == ["customer_id", "name", "phone", "email", "vehicles"])
        #expect(
            keys(frame["booking_slots"]) == [
                "appointment_type", "service_type", "preferred_date", "preferred_time", "customer_name",
                "customer_phone",
                "customer_email",
            ])
    }

    @Test("a transcript has the documented keys and nothing else")
    func transcript() {
        let event = SessionEvent(
            "sess_xxx", .transcript(role: .user, content: "I need an oil change", agent: .booking))
        #expect(
            event.frame() == [
                "type": "transcript", "session_id": "sess_xxx", "role": "user", "content": "I need an oil change",
                "agent_type": "booking",
            ])
    }

    @Test("a task update has the documented keys and nothing else")
    func taskUpdate() {
        var task = BackgroundTask(taskID: "esc_xxx", status: .completed)
        (task.humanAvailable, task.humanAgentName) = (true, "Sarah")
        #expect(
            SessionEvent("sess_xxx", .taskUpdate(task)).frame() == [
                "type": "task_update", "session_id": "sess_xxx",
                "task": [
                    "task_id": "esc_xxx", "task_type": "human_escalation", "status": "completed",
                    "human_available": true, "human_agent_name": "Sarah",
                ],
            ])
    }

    @Test("a notification has the documented keys and nothing else")
    func notification() {
        let notification = SessionNotification(
            notificationID: "notif_xxx", message: "Great news!", priority: .interrupt)
        #expect(
            SessionEvent("sess_xxx", .notification(notification)).frame() == [
                "type": "notification", "session_id": "sess_xxx", "notification_id": "notif_xxx",
                "message": "Great news!", "priority": "interrupt",
            ])
    }

    @Test("a latency report has the documented keys and nothing else")
    func latency() {
        let event = SessionEvent("sess_xxx", .latency(Latency(sttMs: 450, llmMs: 1200, ttsMs: 380, totalMs: 2100)))
        #expect(
            event.frame() == [
                "type": "latency", "data": ["stt_ms": 450, "llm_ms": 1200, "tts_ms": 380, "total_ms": 2100],
            ])
    }

    @Test("only document 004's kinds count as documented")
    func documented() {
        #expect(SessionEvent("s", .latency(Latency(llmMs: 1))).isDocumented)
        #expect(!SessionEvent("s", .extra(type: "barge_in", fields: ["heard": "hello"])).isDocumented)
        #expect(!SessionEvent("s", .lifecycle(SessionSummary(id: "s", channel: .voice, startedAt: start))).isDocumented)
    }
}
