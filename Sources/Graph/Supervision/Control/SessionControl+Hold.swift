import FoundationEssentials

/// The way into waiting: to a boundary, with an excuse, and then reassuring the caller (control API §10.3).
extension SessionControl {
    /// Whether the agent may begin to wait: it talks, or it waits for one of these reasons.
    func mayHold(over kinds: [Hold.Kind]) -> Bool {
        guard !isReturning, ending == nil, takeover?.isOffered ?? true else { return false }
        return hold.map { kinds.contains($0.kind) } ?? (mode == .agent)
    }

    mutating func begin(_ new: Hold, for command: Command?) {
        leaveHold(for: command?.id)
        closeReturn()
        hold = new
        setMode(.held(by: new.by, reason: new.kind.rawValue))
        if let command { wait(command, .stopping) }
        if new.kind == .whisper { emit(.whisper("pausing", by: new.by)) }
        setHolding(true)
        park()
        guard floor.isCallerSpeaking else { return stopForHold() }
        // The caller has the floor (R1).
        hold?.phase = .listening(until: now.addingTimeInterval(timings.endpointWait))
    }

    /// Waiting ends for another way of waiting, or for something stronger.
    mutating func leaveHold(for command: String?) {
        withdrawUnsaid()
        guard let old = hold else { return }
        let related = command.map { [$0] } ?? []
        if let begin = old.command { finish(begin, CommandOutcome(.superseded, related: related)) }
        if let instruction = old.instruction { drop(instruction, CommandOutcome(.superseded, related: related)) }
        if old.kind == .whisper { emit(.whisper("none", by: old.by)) }
        hold = nil
    }

    /// The caller is silent, or was listened to for long enough: now the agent stops.
    mutating func stopForHold() {
        guard let hold else { return }
        self.hold?.phase = .stopping
        abandonAnswer()
        if !beSilent(atFrame: hold.isImmediate) { reachBoundary(nil) }
    }

    /// The agent is silent: the caller is told, unless nothing is to be said.
    mutating func reachBoundary(_ heard: String?) {
        guard let hold, hold.phase == .stopping else { return }
        if let command = hold.command {
            finish(command, CommandOutcome(.applied, effect: "held", heard: heard))
        }
        guard let excuse = hold.excuse else { return beHeld() }
        let speech = say(excuse, .excuse, isInterruptible: false)
        self.hold?.phase = .excusing(speech: speech, until: now.addingTimeInterval(timings.speechWait))
    }

    mutating func beHeld() {
        guard let hold else { return }
        self.hold?.phase = .held(since: now)
        planReassurance()
        if hold.kind == .whisper { emit(.whisper("held", by: hold.by)) }
        if hold.instruction != nil { return takeInstruction() }
        giveParked()
    }

    // MARK: - Waiting

    mutating func elapseHold() {
        guard let hold else { return }
        if hold.limit <= now { return expireHold("timeout") }
        switch hold.phase {
        case .listening(let until) where until <= now: stopForHold()
        case .excusing(_, let until) where until <= now: beHeld()
        default: break
        }
        if let time = self.hold?.reassurance, time <= now { reassure() }
    }

    mutating func reassure() {
        guard let hold, case .held = hold.phase else { return }
        if !phrases.reassurances.isEmpty {
            let text = phrases.reassurances[hold.reassurances % phrases.reassurances.count]
            say(text, .excuse, isPassing: true)
        }
        self.hold?.reassurances += 1
        planReassurance()
    }

    /// 20 s, 45 s, then each 45 s after the beginning; what was missed is passed over.
    mutating func planReassurance() {
        guard case .held(let since) = hold?.phase else { return }
        let passed = now.timeIntervalSince(since)
        if let next = timings.reassurances.first(where: { $0 > passed }) {
            hold?.reassurance = since.addingTimeInterval(next)
        } else {
            let every = max(1, timings.reassuranceEvery)
            hold?.reassurance = since.addingTimeInterval(((passed / every).rounded(.down) + 1) * every)
        }
    }

    // MARK: - The end of waiting

    /// Waiting ends without what it was for; what was asked for and did not happen is over.
    mutating func expireHold(_ reason: String) {
        guard let hold else { return }
        if hold.kind == .whisper { emit(.whisperExpired(by: hold.by, reason: reason)) }
        if let begin = hold.command { finish(begin, CommandOutcome(.cancelled, reason: reason)) }
        if let instruction = hold.instruction { drop(instruction, CommandOutcome(.cancelled, reason: reason)) }
        leave(bridge: phrases.resumption)
    }

    /// The agent goes on; where the caller has noticed nothing, without a word about it.
    mutating func leave(bridge: String?) {
        guard let hold else { return }
        let isUnnoticed = hold.isUnnoticed && heldTurns.isEmpty && !isUnanswered
        self.hold = nil
        goOn(Return(origin: Return.Origin(hold.kind), by: hold.by, bridge: isUnnoticed ? nil : bridge))
        if isUnnoticed, isReturning { finishReturn() }
    }
}

extension Return.Origin {
    init(_ kind: Hold.Kind) {
        self =
            switch kind {
            case .whisper: .whisper
            case .pause: .pause
            case .handoff: .handoff
            case .lost: .lost
            }
    }
}
