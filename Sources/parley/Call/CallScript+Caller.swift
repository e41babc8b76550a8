import Timing

// What the caller does.
extension CallScript {
    /// Moves on to whatever is due.
    mutating func advance(_ now: Instant) {
        if let change = voice.rest(now: now, pause: timings.pause) { note(change) }
        if let agentReturnsBy, agentReturnsBy <= now { end(.agentLeft, now: now) }
        switch phase {
        case .joining(let until):
            if now >= until { end(.notJoined, now: now) }
        case .waitingForAgent(let until):
            if now >= until { end(.noAgent, now: now) }
        case .greeting(let until):
            if agentHasFinished(now) || voice.lastLoud == nil && now >= until || isCued(by: voice.began, now) {
                begin(0)
            }
        case .awaitingAnswer(let until):
            if let began = voice.began, let onset, began > onset {
                answer(began)
            } else if now >= until {
                end(.unanswered, now: now)
            }
        case .listening(let since):
            if agentHasFinished(now) || isCued(by: since, now) { leaveAnswer(now) }
        case .lingering(let until):
            if now >= until, voice.began == nil, !owesWords(now) { end(.done, now: now) }
        case .speaking, .over: break
        }
    }

    /// One frame of the line; the last one begins the wait for the answer.
    mutating func speak(_ now: Instant) -> [Int16] {
        let current = lines[line]
        if current.isLoud[frame] {
            if onset == nil {
                onset = now
                if voice.began != nil { bargeOnset = now }
            }
            lastSpoken = now
        }
        defer {
            frame += 1
            if frame == current.frames.count { phase = .awaitingAnswer(until: now + timings.patience) }
        }
        return current.frames[frame]
    }

    /// Whether the line that is next is to be said over the sound that began then.
    private func isCued(by began: Instant?, _ now: Instant) -> Bool {
        let next = isGreeting ? 0 : line + 1
        guard let began, next < lines.count, case .over(let delay) = lines[next].cue else { return false }
        return now >= began + delay
    }

    private var isGreeting: Bool {
        if case .greeting = phase { true } else { false }
    }

    private mutating func answer(_ began: Instant) {
        answered += 1
        let reply = lastSpoken.map { began - $0 } ?? .zero
        events.append(.answer(line: line, name: lines[line].name, reply: reply))
        phase = .listening(since: began)
    }

    private mutating func leaveAnswer(_ now: Instant) {
        if line + 1 < lines.count {
            begin(line + 1)
        } else if timings.linger > .zero || owesWords(now) {
            phase = .lingering(until: now + timings.linger)
        } else {
            end(.done, now: now)
        }
    }

    private mutating func begin(_ next: Int) {
        line = next
        frame = 0
        onset = nil
        lastSpoken = nil
        phase = .speaking
        events.append(.speaking(line: next, name: lines[next].name))
        // Too late to talk over anything.
        if case .over = lines[next].cue, voice.began == nil { events.append(.bargeIn(line: next, stop: nil)) }
    }
}
