import FoundationEssentials

/// Another process had the session: what it left half done is done once (control API §10.8 R18).
extension SessionControl {
    mutating func adopt() {
        floor = Floor()
        for index in settled.indices { settled[index].isUncertain = true }
        // Here the clocks of all questions run.
        for index in approvals.indices { approvals[index].isSuspended = false }
        tracks = []
        unsaid = []
        let held = holdsTurns
        holdsTurns = false
        if held { setHolding(true) }
        for given in instructions { emit(.instruct(given.instruction, command: given.command)) }
        adoptCommands()
        adoptHold()
        adoptTakeover()
        if let back = returning { back.isAnswering ? answer(back) : goOnIfFree() }
        answerIfWanted()
        if ending?.isOrdered == false { orderEnd() } else { repeatEnd() }
    }

    /// What was ordered is ordered again, under the same ids; what was being said is not said twice.
    private mutating func adoptCommands() {
        for waiting in pending {
            switch (waiting.stage, waiting.command.body) {
            case (.begun, .say): finish(waiting.id, CommandOutcome(.failed, reason: "worker-lost"))
            case (.given, _):
                setStage(.parked, of: waiting.id)
            case (.silencing, .regenerate):
                ask([])
                finish(waiting.id, CommandOutcome(.applied, effect: "rerun"))
            case (.silencing, _): finish(waiting.id, CommandOutcome(.applied, effect: "stopped"))
            case (.ordered, _): repeatOrder(waiting.command)
            default: break
            }
        }
        giveParked()
    }

    private mutating func repeatOrder(_ command: Command) {
        switch command.body {
        case .chat(let text): emit(.typed(text, command: command.id))
        case .setContext(let change): emit(.setContext(change, command: command.id))
        case .goTo(let node): emit(.goTo(node: node, command: command.id))
        case .decide(let id, let decision): emit(.decide(approval: id, decision, command: command.id))
        case .transfer(let target, let message, let isBlocking):
            emit(.requestHandoff(target, message: message, isBlocking: isBlocking, command: command.id))
        default: break
        }
    }

    /// Nobody speaks any more: waiting goes on where it was, and the caller hears at once that somebody is there.
    private mutating func adoptHold() {
        guard let hold else { return }
        switch hold.phase {
        case .listening, .stopping:
            self.hold?.phase = .stopping
            isUnanswered = true
            reachBoundary(nil)
        case .excusing:
            beHeld()
            reassure()
        case .held: reassure()
        }
    }

    private mutating func adoptTakeover() {
        beHuman()
        guard let takeover, !takeover.isOffered else { return }
        // Their microphone is told again, if it is there.
        self.takeover?.phase = .reconnecting(until: now.addingTimeInterval(timings.reconnectWindow))
    }

    private mutating func repeatEnd() {
        guard let ending, ending.isOrdered, pending.contains(where: { $0.id == ending.command }) else { return }
        emit(.end(message: ending.message, reason: ending.reason, isForced: ending.isForced))
    }
}
