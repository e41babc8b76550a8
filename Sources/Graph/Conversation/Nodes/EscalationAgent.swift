import Engine
import FoundationEssentials

/// `escalation_agent`: starts the search for a human colleague and lets the conversation go on.
struct EscalationAgent: Sendable {
    func visit(_ visit: inout ConversationVisit) -> Outcome {
        visit.enter("escalation_agent", .escalation)
        visit.write(\.memory.puzzles, 0)
        visit.digress()
        guard !visit.state.conversation.escalationInProgress else {
            visit.say(.stillChecking)
            return .next
        }
        search(&visit)
        visit.say(.checkingForHuman(department: visit.heard.slots.department))
        return .next
    }

    /// Starts the search, unless one is under way.
    func search(_ visit: inout ConversationVisit) {
        let conversation = visit.state.conversation
        guard !conversation.escalationInProgress else { return }
        let timestamp = Int(visit.time.timeIntervalSince1970)
        var id = "esc_\(conversation.sessionID)_\(timestamp)"
        // Two searches within one second: the later one counts on.
        var next = timestamp
        while conversation.pendingTasks.contains(where: { $0.taskID == id }) {
            next += 1
            id = "esc_\(conversation.sessionID)_\(next)"
        }
        let task = BackgroundTask(taskID: id)
        // Bounded: the newest eight tasks are kept.
        visit.write(\.conversation.pendingTasks, conversation.pendingTasks.suffix(7) + [task])
        visit.write(\.conversation.escalationInProgress, true)
        visit.write(\.conversation.humanAgentStatus, .checking)
        visit.emit(.spawn(task))
    }
}
