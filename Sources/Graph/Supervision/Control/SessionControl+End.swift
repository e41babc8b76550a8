import FoundationEssentials

/// The end, which wins over everything (control API §10.8 R13, R14).
extension SessionControl {
    mutating func end(_ command: Command, _ message: String?, _ reason: String, isForced: Bool) {
        if let ending { finish(ending.command, CommandOutcome(.superseded, related: [command.id])) }
        for waiting in pending where waiting.stage != .begun && waiting.stage != .ending {
            drop(waiting.id, CommandOutcome(.expired, reason: "session-ended", related: [command.id]))
        }
        wait(command, .ending)
        abandonAnswer()
        clear("session-ended")
        ending = Ending(
            command: command.id, message: isForced ? message : message ?? phrases.farewell, reason: reason,
            isForced: isForced, until: now.addingTimeInterval(timings.toolWait))
        if isForced { beSilent(atFrame: true) }
        if floor.tools.isEmpty { orderEnd() }
    }

    mutating func orderEnd() {
        guard let ending, !ending.isOrdered else { return }
        self.ending?.isOrdered = true
        self.ending?.until = now.addingTimeInterval(timings.endWait)
        emit(.end(message: ending.message, reason: ending.reason, isForced: ending.isForced))
    }

    mutating func toolEnded(_ id: String) {
        floor.tools.remove(id)
        if floor.tools.isEmpty { orderEnd() }
    }

    mutating func elapseEnding() {
        guard let ending, let until = ending.until, until <= now else { return }
        guard ending.isOrdered else { return orderEnd() }
        // Nobody ended it: it goes on.
        self.ending = nil
        finish(ending.command, CommandOutcome(.failed, reason: "no-answer"))
        setHolding(false)
    }

    /// Nobody holds, talks in the agent's place or is asked any more.
    private mutating func clear(_ reason: String) {
        if let hold, hold.kind == .whisper { emit(.whisper("none", by: hold.by)) }
        hold = nil
        withdrawUnsaid()
        if let takeover {
            self.takeover = nil
            tracks.remove(takeover.attachment)
            emit(.takeover("none", takeover, reason: reason))
            emit(.remove(attachment: takeover.attachment))
        }
        returning = nil
        heldTurns = []
        newestHeldTurn = nil
        isUnanswered = false
        wantsAnswer = false
        grace = nil
        voidApprovals()
        setMode(.agent)
    }

    /// Nobody stays in a room without a caller (R14).
    private mutating func removePeople() {
        for attachment in tracks.sorted() { emit(.remove(attachment: attachment)) }
        tracks = []
    }

    /// The caller has hung up: what was for them is void. They may come back.
    mutating func callerLeft() {
        guard !isCallerGone else { return }
        isCallerGone = true
        floor.isCallerSpeaking = false
        floor.wordsDue = nil
        for waiting in pending where waiting.stage != .ending && waiting.stage != .begun {
            drop(waiting.id, CommandOutcome(.cancelled, reason: "caller-left"))
        }
        clear("caller-left")
        removePeople()
        setHolding(false)
    }

    mutating func ended() {
        if let ending { finish(ending.command, CommandOutcome(.applied, effect: "ended")) }
        for waiting in pending {
            let outcome =
                waiting.stage == .begun
                ? CommandOutcome(.applied, effect: "truncated") : CommandOutcome(.expired, reason: "session-ended")
            finish(waiting.id, outcome)
        }
        clear("session-ended")
        if lease != nil {
            lease = nil
            emit(.lease(nil, fence: fence))
        }
        removePeople()
        floor = Floor()
        instructions = []
        ending = nil
        isOver = true
    }
}
