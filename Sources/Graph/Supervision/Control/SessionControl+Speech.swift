import FoundationEssentials

/// Words that commands bring, and who waits for whom (control API §10.4).
extension SessionControl {
    mutating func speak(_ command: Command) {
        switch command.body {
        case .say: say(command)
        case .chat(let text): order(command, .typed(text, command: command.id))
        case .note(let text):
            emit(.note(text, by: command.principal))
            apply(command, "noted")
        default: break
        }
    }

    private mutating func say(_ command: Command) {
        switch mode {
        case .human, .muted: reject(command, "mode")
        case .agent, .held:
            if takeover?.isSwitching == true { return reject(command, "mode") }
            wait(command, .parked)
            if maySpeak(command) { give(command) }
        }
    }

    /// While somebody holds the agent, only their words are said.
    private func maySpeak(_ command: Command) -> Bool {
        if case .held(let by, _) = mode { return by == command.principal.id }
        return mode == .agent && hold == nil && !isReturning
    }

    private mutating func give(_ command: Command) {
        guard case .say(let text, let when, let isInterruptible, let endsCall) = command.body else { return }
        setStage(.given, of: command.id)
        emit(
            .say(
                ControlSpeech(
                    id: command.id, text: text, priority: when == .idle ? .reply : .supervisor,
                    isInterruptible: isInterruptible, endsCall: endsCall, waitsForQuiet: when == .idle,
                    isImmediate: when.isImmediate)))
    }

    /// Says words that no command brought, and returns their id. What is only said in passing waits for quiet, and is
    /// nothing to remember.
    @discardableResult
    mutating func say(
        _ text: String, _ priority: ControlSpeech.Priority, isInterruptible: Bool = true, isPassing: Bool = false
    ) -> String {
        speeches += 1
        let speech = ControlSpeech(
            id: "control_\(speeches)", text: text, priority: priority, isInterruptible: isInterruptible,
            waitsForQuiet: isPassing, isImmediate: priority == .excuse && !isPassing, isMemorable: !isPassing)
        unsaid = unsaid.suffix(15) + [speech.id]
        emit(.say(speech))
        return speech.id
    }

    /// What the control wanted said is of no use any more, where it was not begun.
    mutating func withdrawUnsaid() {
        for id in unsaid { emit(.withdraw(speech: id)) }
        unsaid = []
    }

    /// Words that may be said now are, in the order in which they came.
    mutating func giveParked() {
        for waiting in pending where waiting.stage == .parked && maySpeak(waiting.command) {
            if isStale(waiting.command.precondition) {
                finish(waiting.id, CommandOutcome(.rejected, reason: "stale-turn"))
            } else {
                give(waiting.command)
            }
        }
    }

    /// Words that did not begin wait from now on, but those of whoever holds the agent.
    mutating func park() {
        for waiting in pending where waiting.stage == .given && !maySpeak(waiting.command) {
            emit(.withdraw(speech: waiting.id))
            setStage(.parked, of: waiting.id)
        }
    }

    /// Words that did not begin are not said any more, because of the mode.
    mutating func refuseWords() {
        for waiting in pending where waiting.stage == .given || waiting.stage == .parked {
            drop(waiting.id, CommandOutcome(.rejected, reason: "mode"))
        }
    }

    mutating func setStage(_ stage: PendingCommand.Stage, of id: String) {
        guard let index = pending.firstIndex(where: { $0.id == id }) else { return }
        pending[index].stage = stage
    }

    // MARK: - What became of them

    mutating func speechBegan(_ id: String) {
        unsaid.removeAll { $0 == id }
        floor.voice = .speech(id: id, isInterruptible: isInterruptible(id))
        if let waiting = pending.first(where: { $0.id == id }), [.given, .parked].contains(waiting.stage) {
            setStage(.begun, of: id)
        }
        firstWord()
    }

    /// The caller may talk over it: what the control brought itself is not interruptible where the caller must hear it.
    private func isInterruptible(_ id: String) -> Bool {
        if case .say(_, _, let isInterruptible, _) = pending.first(where: { $0.id == id })?.command.body {
            return isInterruptible
        }
        if case .excusing(id, _) = hold?.phase { return false }
        return true
    }

    mutating func speechEnded(_ id: String, heard: String, isWhole: Bool) {
        unsaid.removeAll { $0 == id }
        if case .speech(id, _) = floor.voice { floor.voice = .nobody }
        if case .excusing(id, _) = hold?.phase { return beHeld() }
        if let waiting = pending.first(where: { $0.id == id }), [.given, .parked, .begun].contains(waiting.stage) {
            finish(id, CommandOutcome(.applied, effect: isWhole ? "spoken" : "truncated", heard: heard))
        }
        answerIfWanted()
    }
}
