import Engine

/// `check_notifications`: takes in what background tasks brought, and takes out what is to be told.
struct CheckNotifications: Sendable {
    let domain: Domain

    func visit(_ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.conversation.lastUpdated, visit.time)
        visit.write(\.turn, TurnDraft())
        switch visit.event {
        case .task(let task):
            take(task, &visit)
            guard visit.state.memory.speaksAtOnce else { return .finish }
            return deliver(&visit)
        case .deliver:
            return deliver(&visit)
        case .began, .said, .silence:
            drain(&visit)
            return .next
        case .understood, .tool, .phrased:
            // Answers belong to the node that waits for them; the engine brings none here.
            return .finish
        }
    }

    private func deliver(_ visit: inout ConversationVisit) -> Outcome {
        drain(&visit)
        guard !visit.state.turn.notices.isEmpty else { return .finish }
        visit.write(\.turn.arrival, .notice)
        visit.write(\.turn.node, "check_notifications")
        return .next
    }

    private func drain(_ visit: inout ConversationVisit) {
        visit.write(\.turn.notices, visit.state.conversation.notificationsQueue)
        visit.write(\.conversation.notificationsQueue, [])
    }

    private func take(_ task: BackgroundTask, _ visit: inout ConversationVisit) {
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

    private func notify(of task: BackgroundTask, _ visit: inout ConversationVisit) {
        let isAvailable = task.status == .completed && task.humanAvailable == true
        visit.write(\.conversation.humanAgentStatus, isAvailable ? .available : .callbackScheduled)
        let line: Line = isAvailable ? .humanAvailable(name: task.humanAgentName) : .callbackScheduled
        let number = visit.state.memory.notifications + 1
        visit.write(\.memory.notifications, number)
        let notification = SessionNotification(
            notificationID: "notif_\(visit.state.conversation.sessionID)_\(number)",
            message: domain.phrases.words(for: line), priority: isAvailable ? .interrupt : .high)
        visit.write(
            \.conversation.notificationsQueue, visit.state.conversation.notificationsQueue + [notification])
        visit.emit(.announce(notification))
    }
}
