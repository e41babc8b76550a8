import Engine

/// `check_notifications`: takes in what background tasks brought, and takes out what is to be told.
struct CheckNotifications: Sendable {
    let domain: Domain

    /// The newest notifications that wait to be told.
    static let capacity = 16

    func visit(_ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.conversation.lastUpdated, visit.time)
        visit.write(\.turn, TurnDraft())
        switch visit.event {
        case .task:
            absorb(&visit)
            let isUrgent = visit.state.conversation.notificationsQueue.contains { $0.priority.isUrgent }
            guard visit.memory.speaksAtOnce, isUrgent else { return .finish }
            return deliver(&visit)
        case .deliver:
            return deliver(&visit)
        case .began, .said, .silence:
            drain(&visit)
            return .next
        case .understood, .tool, .phrased, .decided, .failed:
            // Answers belong to the node that waits for them; the engine brings none here.
            return .finish
        }
    }

    /// Takes in a task's progress, if that is what woke the graph, and speaks of nothing.
    func absorb(_ visit: inout ConversationVisit) {
        guard case .task(let task) = visit.event else { return }
        var tasks = visit.state.conversation.pendingTasks
        guard let index = tasks.firstIndex(where: { $0.taskID == task.taskID }), !tasks[index].status.isFinal else {
            return
        }
        tasks[index] = task
        visit.write(\.conversation.pendingTasks, tasks)
        guard task.status.isFinal else { return }
        visit.write(\.conversation.escalationInProgress, false)
        notify(of: task, &visit)
    }

    func deliver(_ visit: inout ConversationVisit) -> Outcome {
        drain(&visit)
        guard !visit.state.turn.notices.isEmpty else { return .finish }
        visit.write(\.turn.arrival, .notice)
        visit.write(\.turn.node, "check_notifications")
        return .next
    }

    /// Takes everything out of the queue, the most urgent first.
    private func drain(_ visit: inout ConversationVisit) {
        let queue = visit.state.conversation.notificationsQueue.enumerated()
        let sorted = queue.sorted { ($0.element.priority.rank, $0.offset) < ($1.element.priority.rank, $1.offset) }
        visit.write(\.turn.notices, sorted.map(\.element))
        visit.write(\.conversation.notificationsQueue, [])
    }

    private func notify(of task: BackgroundTask, _ visit: inout ConversationVisit) {
        let isAvailable = task.status == .completed && task.humanAvailable == true
        visit.write(\.conversation.humanAgentStatus, isAvailable ? .available : .callbackScheduled)
        let line: Line = isAvailable ? .humanAvailable(name: task.humanAgentName) : .callbackScheduled
        announce(domain.phrases.words(for: line), isAvailable ? .interrupt : .high, &visit)
    }

    /// Queues a notification and shows it to supervisors.
    func announce(_ words: String, _ priority: SessionNotification.Priority, _ visit: inout ConversationVisit) {
        let number = visit.memory.notifications + 1
        visit.write(\.memory.notifications, number)
        let notification = SessionNotification(
            notificationID: "notif_\(visit.state.conversation.sessionID)_\(number)",
            message: words, priority: priority)
        let queue = visit.state.conversation.notificationsQueue + [notification]
        visit.write(\.conversation.notificationsQueue, queue.suffix(Self.capacity))
        visit.emit(.announce(notification))
    }
}
