import FoundationEssentials

/// The way back: the caller's words first, then the agent with all it has learnt (control API §10.3, §10.8 R15).
extension SessionControl {
    /// The agent goes on, when the caller has ended.
    mutating func goOn(_ back: Return) {
        guard ending == nil else { return }
        closeReturn()
        withdrawUnsaid()
        returning = back
        returning?.until = now.addingTimeInterval(timings.callerWait)
        if back.origin == .whisper { emit(.whisper("resuming", by: back.by)) }
        if let takeover = back.takeover { emit(.takeover("returning", takeover)) }
        goOnIfFree()
    }

    mutating func goOnIfFree() {
        guard isReturning, !floor.isCallerSpeaking, floor.wordsDue == nil, floor.silencing == nil else { return }
        finishReturn()
    }

    /// The agent has the floor: it answers what was held, or only says that it is there.
    mutating func finishReturn() {
        guard var back = returning, !back.isAnswering else { return }
        back.isAnswering = true
        back.held = heldTurns
        back.asksGraph = !heldTurns.isEmpty || isUnanswered || back.isInstructed
        back.until = now.addingTimeInterval(timings.firstWordWait)
        heldTurns = []
        newestHeldTurn = nil
        setMode(.agent)
        setHolding(false)
        returning = back
        answer(back)
        giveParked()
    }

    mutating func answer(_ back: Return) {
        if back.asksGraph {
            ask(back.held, bridge: back.bridge)
        } else if let bridge = back.bridge {
            say(bridge, .handoff)
        } else {
            closeReturn()
        }
    }

    /// The agent's first word after having waited: it is there again.
    mutating func firstWord() {
        guard returning?.isAnswering == true else { return }
        closeReturn()
    }

    mutating func closeReturn() {
        guard let back = returning else { return }
        returning = nil
        if back.origin == .whisper { emit(.whisper("none", by: back.by)) }
        if let takeover = back.takeover { emit(.takeover("none", takeover)) }
    }

    mutating func elapseReturn() {
        guard let back = returning, back.until <= now else { return }
        if back.isAnswering { closeReturn() } else { finishReturn() }
    }
}
