import Audio
import Timing

/// The agent's side: what waits to be said, what is being said, and how it stops.
extension Dialogue {
    // MARK: Queue

    mutating func enqueue(
        _ text: String, _ purpose: Utterance.Purpose, isInterruptible: Bool = true, ending: EndReason? = nil
    ) {
        guard !CallerWords.plain(text).isEmpty, !queue.contains(where: { $0.text == text && $0.purpose == purpose })
        else { return }
        queue.append(
            Utterance(
                id: nextUtterance, text: text, purpose: purpose, isInterruptible: isInterruptible, ending: ending))
        nextUtterance += 1
    }

    /// The part of a cut off utterance that was not heard waits to be said, before anything of its kind.
    mutating func enqueueRest(of cut: Interruption) {
        queue.insert(
            Utterance(
                id: nextUtterance, text: cut.rest, purpose: cut.utterance.purpose,
                isInterruptible: cut.utterance.isInterruptible, ending: cut.utterance.ending, isResumed: true), at: 0)
        nextUtterance += 1
    }

    /// Begins the most urgent utterance that may be said now.
    mutating func speakNext(now: Instant) {
        guard phase == .active, !isLineLost, !queue.isEmpty, !counter.isSpeaking else { return }
        if let current = speaking?.utterance {
            guard current.isInterruptible, !current.isUrgent, queue.contains(where: \.isUrgent) else { return }
            if let cut = cutOff(), !cut.rest.isEmpty { enqueueRest(of: cut) }
        }
        let eligible = queue.indices.filter { maySay(queue[$0], now: now) }
        guard let index = eligible.min(by: { queue[$0].rank < queue[$1].rank }) else { return }
        begin(queue.remove(at: index), now: now)
    }

    private func maySay(_ utterance: Utterance, now: Instant) -> Bool {
        switch utterance.purpose {
        case .announcement(_, .interrupt): true
        case .announcement(_, .high): pending.isEmpty && words.isEmpty && question == nil && interrupted == nil
        case .announcement: quietSince.map { now - $0 >= turnTaking.quietBeforeNews } ?? false
        default: pending.isEmpty
        }
    }

    private mutating func begin(_ waiting: Utterance, now: Instant) {
        var utterance = waiting
        utterance.generation = generation
        speaking = Speaking(utterance, charactersPerSecond: turnTaking.charactersPerSecond, now: now)
        if case .reply(timings?.turn) = utterance.purpose { timings?.speak = now }
        effects.append(.speak(utterance))
    }

    // MARK: Sound

    mutating func takeSynthesized(_ duration: Duration, of utterance: Int, now: Instant) {
        guard speaking?.utterance.id == utterance else { return }
        speaking?.synthesized += duration
        speaking?.progress(now: now)
    }

    mutating func time(_ text: String, _ duration: Duration, of utterance: Int) {
        guard speaking?.utterance.id == utterance else { return }
        speaking?.text.time(text, seconds: duration.inSeconds)
    }

    mutating func finishSynthesis(of utterance: Int, now: Instant) {
        guard let current = speaking, current.utterance.id == utterance else { return }
        guard current.synthesized > .zero else { return failSynthesis(of: utterance, now: now) }
        speaking?.isSynthesized = !current.isCutShort
        speaking?.progress(now: now)
    }

    /// With sound in the playout buffer the utterance ends when that is played; without, now.
    mutating func failSynthesis(of utterance: Int, now: Instant) {
        guard let current = speaking, current.utterance.id == utterance else { return }
        effects.append(.fault(.synthesis(utterance: utterance)))
        speaking?.isCutShort = true
        guard current.synthesized == .zero else { return }
        endSpeaking(utterance, isComplete: false, now: now)
    }

    mutating func takePlayed(_ duration: Duration, of utterance: Int, now: Instant) {
        guard let current = speaking, current.utterance.id == utterance else { return }
        if current.played == .zero { reportLatency(of: current.utterance, now: now) }
        speaking?.played += duration
        speaking?.progress(now: now)
    }

    private mutating func reportLatency(of utterance: Utterance, now: Instant) {
        guard case .reply(timings?.turn) = utterance.purpose, let report = timings?.timings(firstSound: now) else {
            return
        }
        timings = nil
        effects.append(.latency(report))
    }

    /// The utterance has left the playout buffer, or never will.
    mutating func endSpeaking(_ utterance: Int, isComplete: Bool, now: Instant) {
        guard let current = speaking, current.utterance.id == utterance else { return }
        speaking = nil
        lastSaid = Said(began: current.began, ended: now, asked: current.utterance.text.contains("?"))
        let whole = isComplete && !current.isCutShort
        let text = whole ? current.utterance.text : current.split.heard
        effects.append(.heard(Heard(utterance: current.utterance, text: text, isComplete: whole)))
        if let reason = current.utterance.ending { return end(reason) }
        if !whole, current.played == .zero, current.utterance.isMemorable { enqueue(phrases.apology, .apology) }
    }

    // MARK: Stopping

    /// The caller takes the floor.
    mutating func interrupt() {
        guard let cut = cutOff() else { return }
        interrupted = cut
    }

    /// Silences the agent at once and reports what was heard.
    mutating func cutOff() -> Interruption? {
        guard let current = speaking else { return nil }
        speaking = nil
        generation += 1
        let (heard, rest) = current.split
        effects.append(.clearPlayout(generation: generation))
        effects.append(.heard(Heard(utterance: current.utterance, text: heard, isComplete: false)))
        return Interruption(utterance: current.utterance, heard: heard, rest: rest)
    }
}
