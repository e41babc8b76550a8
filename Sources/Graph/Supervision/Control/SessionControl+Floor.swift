import FoundationEssentials

/// Who speaks and what is awaited, and how the agent is made silent.
extension SessionControl {
    /// The agent may not answer at the moment.
    var isReturning: Bool { returning.map { !$0.isAnswering } ?? false }

    // MARK: - The caller

    mutating func callerBegan() {
        floor.isCallerSpeaking = true
        isCallerGone = false
    }

    mutating func callerEnded() {
        guard floor.isCallerSpeaking else { return }
        floor.isCallerSpeaking = false
        floor.wordsDue = now.addingTimeInterval(timings.wordsWait)
        if hold?.isUnnoticed == true { stopForHold() }
        goOnIfFree()
    }

    mutating func words(_ words: HeldTurn, turn: Int) {
        self.turn = max(self.turn, turn)
        if words.speaker == "caller" { floor.wordsDue = nil }
        if holdsTurns, !words.text.isEmpty {
            // Bounded: the oldest is given up.
            heldTurns = heldTurns.suffix(Self.mostHeldTurns - 1) + [words]
            newestHeldTurn = turn
            if words.speaker != "caller" { isUnanswered = false }
        }
        goOnIfFree()
    }

    // MARK: - The agent

    mutating func thinking(_ turn: Int) {
        self.turn = max(self.turn, turn)
        wantsAnswer = false
        guard holdsTurns else {
            isUnanswered = false
            floor.isThinking = true
            return
        }
        // It was asked before it could know. Its words are not told again: they are in the conversation.
        if newestHeldTurn == turn, !heldTurns.isEmpty {
            heldTurns.removeLast()
            newestHeldTurn = nil
        }
        emit(.abandonAnswer)
        isUnanswered = true
    }

    mutating func answered(_ turn: Int) {
        self.turn = max(self.turn, turn)
        floor.isThinking = false
    }

    mutating func agentBegan(isInterruptible: Bool) {
        floor.voice = .agent(isInterruptible: isInterruptible)
        floor.isThinking = false
        // It began before it could know.
        if holdsTurns, floor.silencing == nil { beSilent(atFrame: true) }
        firstWord()
    }

    mutating func agentEnded() {
        if case .agent = floor.voice { floor.voice = .nobody }
        answerIfWanted()
    }

    /// Drops the answer that is awaited.
    mutating func abandonAnswer() {
        guard floor.isThinking || !floor.tools.isEmpty else { return }
        floor.isThinking = false
        isUnanswered = true
        emit(.abandonAnswer)
    }

    // MARK: - Silence

    /// Has the agent fall silent; `false`: it is.
    @discardableResult
    mutating func beSilent(atFrame isAtFrame: Bool) -> Bool {
        guard floor.voice != .nobody || floor.silencing != nil else { return false }
        if let silencing = floor.silencing, silencing.isAtFrame || !isAtFrame { return true }
        emit(.silence(at: isAtFrame ? .frame : .sentence))
        let wait = isAtFrame ? timings.frameWait : timings.sentenceWait
        floor.silencing = Floor.Silencing(
            isAtFrame: isAtFrame,
            until: now.addingTimeInterval(floor.isInterruptible ? wait : max(wait, timings.speechWait)))
        return true
    }

    /// The end of a sentence does not come: it stops within the sentence. The frame does not come: it counts as silent.
    mutating func elapseSilencing() {
        guard let silencing = floor.silencing, silencing.until <= now else { return }
        if silencing.isAtFrame { return silenced("") }
        floor.silencing = nil
        if !beSilent(atFrame: true) { silenced("") }
    }

    /// The agent is silent: whatever waited for it goes on.
    mutating func silenced(_ heard: String) {
        let wasOwn = if case .agent = floor.voice { true } else { false }
        floor.voice = .nobody
        floor.silencing = nil
        if wasOwn, holdsTurns { isUnanswered = true }
        for waiting in pending where waiting.stage == .silencing { stopped(waiting.command, heard) }
        if hold?.phase == .stopping { return reachBoundary(heard) }
        if takeover?.isSwitching == true { return beHuman() }
        answerIfWanted()
        goOnIfFree()
    }

    private mutating func stopped(_ command: Command, _ heard: String) {
        guard case .regenerate = command.body else { return apply(command, "stopped", heard: heard) }
        // Somebody has it wait meanwhile: then it answers when it goes on.
        isUnanswered = holdsTurns
        if !holdsTurns { ask([]) }
        apply(command, holdsTurns ? "deferred" : "rerun", heard: heard)
    }

    // MARK: - Asking the graph

    mutating func ask(_ held: [HeldTurn], bridge: String? = nil) {
        wantsAnswer = false
        isUnanswered = false
        floor.isThinking = true
        emit(.answer(held: held, bridge: bridge))
    }

    /// An instruction that wants its answer gets it when nobody speaks.
    mutating func answerIfWanted() {
        guard wantsAnswer, floor.isQuiet, floor.silencing == nil, !holdsTurns, ending == nil else { return }
        ask([])
    }
}
