package import Document

extension SessionEvent {
    /// The event as a WebSocket frame, with exactly the keys of document 004 for the kinds it documents.
    package func frame() -> JSON {
        switch kind {
        case .stateUpdate(let state): frame("state_update", Self.fields(of: state))
        case .transcript(let role, let content, let agent):
            frame(
                "transcript",
                ["role": .string(role.rawValue), "content": .string(content), "agent_type": .string(agent.rawValue)])
        case .taskUpdate(let task): frame("task_update", ["task": Self.json(task)])
        case .notification(let notification):
            frame(
                "notification",
                [
                    "notification_id": .string(notification.notificationID), "message": .string(notification.message),
                    "priority": .string(notification.priority.rawValue),
                ])
        case .latency(let latency): ["type": "latency", "data": Self.json(latency)]
        case .lifecycle(let summary): frame("lifecycle", ["session": summary.json])
        case .extra(let type, let fields): frame(type, fields)
        }
    }

    private func frame(_ type: String, _ fields: [String: JSON]) -> JSON {
        var all = fields
        all["type"] = .string(type)
        all["session_id"] = .string(sessionID)
        return .object(all)
    }

    private static func fields(of state: ConversationState) -> [String: JSON] {
        [
            "current_agent": .string(state.currentAgent.rawValue),
            "intent": state.detectedIntent.map(JSON.string) ?? .null,
            "confidence": .number(state.confidence),
            "customer": json(state.customer),
            "booking_slots": json(state.bookingSlots),
            "pending_tasks": json(state.pendingTasks),
        ]
    }

    private static func json(_ value: some Encodable) -> JSON {
        (try? JSON(encoding: value)) ?? .null
    }
}
