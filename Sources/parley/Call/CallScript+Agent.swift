import Timing

// What the agent does.
extension CallScript {
    /// The server let the caller in.
    mutating func joined(now: Instant) {
        guard case .joining = phase else { return }
        phase = .waitingForAgent(until: now + timings.patience)
    }

    mutating func agentJoined(_ identity: String, now: Instant) {
        if identity == agent { agentReturnsBy = nil }
        guard case .waitingForAgent = phase, agent == nil else { return }
        agent = identity
        events.append(.agentJoined(identity: identity))
        phase = .greeting(until: now + timings.greeting)
    }

    /// What it was saying is over, however soon it is back.
    /// - Parameter mayReturn: the connection broke, this end's perhaps.
    mutating func agentLeft(_ identity: String, mayReturn: Bool, now: Instant) {
        guard identity == agent else { return }
        guard mayReturn else { return end(.agentLeft, now: now) }
        fallSilent(now)
        agentReturnsBy = now + timings.agentReturn
    }

    /// The attribute `lk.agent.state`.
    mutating func agentBecame(_ state: String) {
        agentState = state
    }

    /// The words of something that the agent said are all here.
    mutating func showedWords(now: Instant) {
        lastWords = now
    }

    /// A packet of the agent's voice arrived.
    mutating func heard(isLoud: Bool, now: Instant) {
        guard !isOver else { return }
        if isLoud {
            voice.sound(now: now, gap: gap).forEach { note($0) }
        }
        advance(now)
    }

    /// Whether the agent is silent and, as far as it says, has nothing more to say.
    func agentHasFinished(_ now: Instant) -> Bool {
        guard voice.began == nil, let lastLoud = voice.lastLoud else { return false }
        let isBusy = agentState == "thinking" || agentState == "speaking"
        return !isBusy || now - lastLoud >= timings.longestPause
    }

    /// Whether words of the agent's last sound are on their way, as far as can be told.
    func owesWords(_ now: Instant) -> Bool {
        guard let lastWords, let lastStarted, let lastLoud = voice.lastLoud else { return false }
        return lastWords < lastStarted && now - lastLoud < timings.words
    }

    /// Ends the sound at hand, without waiting for a pause.
    mutating func fallSilent(_ now: Instant) {
        if let change = voice.rest(now: now, pause: .zero) { note(change) }
    }

    mutating func note(_ change: AgentVoice.Change) {
        switch change {
        case .started(let instant):
            lastStarted = instant
            events.append(.agentAudioStart)
        case .stopped(let began, let lastLoud):
            events.append(.agentAudioStop(after: lastLoud - began))
            guard let onset = bargeOnset else { return }
            bargeOnset = nil
            events.append(.bargeIn(line: line, stop: max(.zero, lastLoud - onset)))
        }
    }

    /// Once the caller has said a line over it, a short gap ends the agent's sound.
    private var gap: Duration {
        guard case .awaitingAnswer = phase, let lastSpoken, let lastLoud = voice.lastLoud, lastLoud < lastSpoken
        else { return timings.pause }
        return timings.turnGap
    }
}
