import FoundationEssentials

/// A person talks in the agent's place, in the caller's own room (control API §10.5).
extension SessionControl {
    mutating func takeOver(_ command: Command, _ attachment: String, _ announcement: Command.Excuse) {
        guard takeover == nil, ending == nil else { return reject(command, "mode") }
        let offer = Takeover(
            attachment: attachment, command: command.id, by: command.principal.id,
            announcement: announcement.words(phrases.announcement),
            phase: .offered(until: now.addingTimeInterval(timings.offerLimit)))
        takeover = offer
        wait(command, .offered)
        emit(.takeover("offered", offer))
        if tracks.contains(attachment) { switchOver() }
    }

    mutating func trackBegan(_ attachment: String) {
        tracks.insert(attachment)
        guard let takeover, takeover.attachment == attachment else { return }
        switch takeover.phase {
        case .offered: switchOver()
        case .reconnecting:
            self.takeover?.phase = .human
            emit(.takeover("human", takeover))
        case .switching, .human: break
        }
    }

    mutating func trackEnded(_ attachment: String) {
        tracks.remove(attachment)
        guard let takeover, takeover.attachment == attachment else { return }
        switch takeover.phase {
        case .human, .switching:
            beHuman()
            self.takeover?.phase = .reconnecting(until: now.addingTimeInterval(timings.reconnectWindow))
            emit(.takeover("reconnecting", takeover))
        case .offered, .reconnecting: break
        }
    }

    /// The microphone is there: the agent falls silent, whatever it was doing.
    private mutating func switchOver() {
        guard let takeover else { return }
        self.takeover?.phase = .switching(until: now.addingTimeInterval(timings.flushWait))
        emit(.takeover("switching", takeover))
        setStage(.switching, of: takeover.command)
        leaveHold(for: takeover.command)
        closeReturn()
        setHolding(true)
        refuseWords()
        abandonAnswer()
        if !beSilent(atFrame: true) { beHuman() }
    }

    mutating func beHuman() {
        guard let takeover, takeover.isSwitching else { return }
        self.takeover?.phase = .human
        if let announcement = takeover.announcement { say(announcement, .handoff, isInterruptible: false) }
        setMode(.human(by: takeover.by))
        emit(.takeover("human", takeover))
        finish(takeover.command, CommandOutcome(.applied, effect: "human"))
    }

    // MARK: - Back to the agent

    mutating func release(_ command: Command, _ brief: String?) {
        guard let takeover else { return reject(command, "mode") }
        if takeover.isOffered {
            failTakeover("released", status: .cancelled)
            return apply(command, "withdrawn")
        }
        if let brief, instructions.count < Self.mostInstructions {
            give(Instruction(brief, author: Instruction.author(command.principal)), of: command)
        }
        apply(command, "released")
        endTakeover("released", isBriefed: brief != nil)
    }

    /// The person leaves the room and the agent goes on.
    mutating func endTakeover(_ reason: String, isBriefed: Bool = false, isLost: Bool = false) {
        guard let takeover else { return }
        finish(takeover.command, CommandOutcome(.cancelled, reason: reason))
        self.takeover = nil
        tracks.remove(takeover.attachment)
        emit(.remove(attachment: takeover.attachment))
        if isLost, timings.holdWhenLost > 0 {
            emit(.takeover("none", takeover, reason: reason))
            return beLost(by: takeover.by)
        }
        goOn(
            Return(
                origin: .takeover, by: takeover.by, takeover: takeover, bridge: phrases.bridge,
                isInstructed: isBriefed))
    }

    /// It does not come to it: the agent talks on, or the caller waits on.
    mutating func failTakeover(_ reason: String, status: CommandOutcome.Status = .failed) {
        guard let takeover else { return }
        self.takeover = nil
        tracks.remove(takeover.attachment)
        emit(.takeover("failed", takeover, reason: reason))
        emit(.remove(attachment: takeover.attachment))
        finish(takeover.command, CommandOutcome(status, reason: reason))
        if hold?.kind == .handoff { say(phrases.oneMoment, .handoff, isPassing: true) }
    }

    mutating func elapseTakeover() {
        guard let takeover else { return }
        switch takeover.phase {
        case .offered(let until) where until <= now: failTakeover("no-track")
        case .switching(let until) where until <= now: beHuman()
        case .reconnecting(let until) where until <= now: endTakeover("disconnected", isLost: true)
        default: break
        }
    }

    // MARK: - Asking for a person

    mutating func transfer(
        _ command: Command, _ target: Command.TransferTarget, _ message: String?, _ isBlocking: Bool
    ) {
        guard takeover == nil else { return reject(command, "mode") }
        let request = Effect.requestHandoff(target, message: message, isBlocking: isBlocking, command: command.id)
        guard isBlocking, mayHold(over: [.lost]) else {
            if let message, mode == .agent { say(message, .handoff) }
            return order(command, request)
        }
        order(command, request)
        begin(
            Hold(
                kind: .handoff, command: nil, by: command.principal.id, excuse: message ?? phrases.oneMoment,
                isImmediate: false, limit: now.addingTimeInterval(timings.handoffLimit)), for: nil)
    }
}
