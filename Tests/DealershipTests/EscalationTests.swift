import Conversation
import Testing

@Suite struct EscalationTests {
    private func task(_ caller: Caller) throws -> BackgroundTask {
        try #require(
            caller.effects.compactMap { effect in
                if case .spawn(let task) = effect { task } else { nil }
            }.first)
    }

    @Test("asking for a human starts a task named after session and time, and the talk goes on")
    func spawn() throws {
        var caller = try Caller()
        #expect(try caller.says("can i speak to a human").hasPrefix("Let me see whether a colleague is free."))
        #expect(try task(caller).taskID == "esc_sess_test_1777888800")
        #expect(try task(caller).status == .pending)
        #expect(caller.state.escalationInProgress)
        #expect(caller.state.humanAgentStatus == .checking)
        #expect(try caller.says("i want a real person").hasPrefix("I'm still looking"))
        #expect(caller.state.pendingTasks.count == 1)
    }

    @Test("a free colleague interrupts, a callback is of high priority", arguments: [true, false])
    func finish(isAvailable: Bool) throws {
        var caller = try Caller()
        try caller.says("can i speak to a human")
        var task = try task(caller)
        task.status = .running
        #expect(try caller.hears(.task(task)) == "")
        #expect(caller.state.pendingTasks.first?.status == .running)
        task.status = .completed
        task.humanAvailable = isAvailable
        task.humanAgentName = isAvailable ? "Sarah" : nil
        let said = try caller.hears(.task(task))
        #expect(said.hasPrefix(isAvailable ? "Great news! Sarah is available" : "None of my colleagues is free"))
        #expect(caller.reply?.priority == (isAvailable ? .interrupt : .high))
        #expect(caller.path == ["check_notifications", "respond"])
        #expect(!caller.state.escalationInProgress)
        #expect(caller.state.humanAgentStatus == (isAvailable ? .available : .callbackScheduled))
        #expect(caller.state.notificationsQueue.isEmpty)
        #expect(try caller.hears(.task(task)) == "", "a finished task is finished")
    }

    @Test("where nothing is spoken at once, the next reply begins with the notification")
    func queued() throws {
        var caller = try Caller(speaksAtOnce: false)
        try caller.says("can i speak to a human")
        var task = try task(caller)
        (task.status, task.humanAvailable, task.humanAgentName) = (.completed, true, "Sarah")
        #expect(try caller.hears(.task(task)) == "")
        #expect(caller.state.notificationsQueue.map(\.priority) == [.interrupt])
        let reply = try caller.says("are you open on sunday")
        #expect(reply.hasPrefix("Great news! Sarah"))
        #expect(reply.hasSuffix("On Sunday we are closed."))
        #expect(caller.state.notificationsQueue.isEmpty)
        #expect(try caller.says("repeat that please") == "On Sunday we are closed.")
    }

    @Test("a failed check schedules a callback")
    func failed() throws {
        var caller = try Caller()
        try caller.says("transfer me to the sales department")
        #expect(caller.reply?.text.contains("somebody in sales") == true)
        var task = try task(caller)
        task.status = .failed
        #expect(try caller.hears(.task(task)).hasPrefix("None of my colleagues is free"))
    }

    @Test("asking for a human in the middle of a booking keeps the booking")
    func midBooking() throws {
        var caller = try Caller()
        try caller.says("i need an oil change")
        #expect(try caller.says("let me talk to a real person please").hasSuffix("Which day suits you?"))
        #expect(try caller.says("tomorrow") == "What time would you like?")
    }

    @Test("what waits to be told is told by its urgency, then by its age")
    func priorities() throws {
        var caller = try Caller(speaksAtOnce: false)
        caller.queue([("a", .low), ("b", .high), ("c", .interrupt), ("d", .high)])
        #expect(try caller.says("are you open on sunday").hasPrefix("c b d a On Sunday"))
    }
}
