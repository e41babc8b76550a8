import Audio
import Timing

/// The agent's side: what waits to be said, the sound of what is being said, and how it stops.
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

    // MARK: Sound

    mutating func takeSynthesized(_ duration: Duration, of utterance: Int, now: Instant) {
        guard speaking?.utterance.id == utterance else { return }
        speaking?.add(synthesized: duration, now: now)
    }

    mutating func time(_ text: String, _ duration: Duration, of utterance: Int) {
        guard speaking?.utterance.id == utterance else { return }
        speaking?.text.time(text, seconds: duration.inSeconds)
    }

    mutating func time(wordEnds: [Duration], of utterance: Int) {
        guard speaking?.utterance.id == utterance else { return }
        speaking?.text.time(wordEnds: wordEnds.map(\.inSeconds))
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
        if current.furthest == .zero { reportLatency(of: current, now: now) }
        speaking?.add(played: duration, now: now)
        standStill(now: now)
        if isFallingSilent, current.utterance.isInterruptible, speaking?.hasReachedStop == true { _ = cutOff() }
    }

    private mutating func reportLatency(of current: Speaking, now: Instant) {
        guard case .reply(timings?.turn) = current.utterance.purpose else { return }
        timings?.firstSound = current.firstSound
        guard let report = timings?.timings(played: now) else { return }
        timings = nil
        effects.append(.latency(report))
    }

    /// The utterance has left the playout buffer, or never will.
    mutating func endSpeaking(_ utterance: Int, isComplete: Bool, now: Instant) {
        guard let current = speaking, current.utterance.id == utterance else { return }
        keepOwnWords()
        speaking = nil
        forgetYield(isCleared: false)
        lastSaid = Said(began: current.began, ended: now, text: current.utterance.text)
        let whole = isComplete && !current.isCutShort
        let text = whole ? current.utterance.text : current.split.heard
        leaveFloor(Heard(utterance: current.utterance, text: text, isComplete: whole))
        if let reason = current.utterance.ending { return end(reason) }
        let isOwn = current.utterance.controlID == nil && current.utterance.isMemorable
        if !whole, isOwn, current.furthest == .zero || current.isCutShort { enqueue(phrases.apology, .apology) }
    }

    // MARK: Stopping

    /// Whoever steers the call waits for silence.
    var isFallingSilent: Bool { silences > 0 }

    /// The caller takes the floor.
    mutating func interrupt() {
        let isWanted = !isFallingSilent
        guard let cut = cutOff() else { return }
        effects.append(.floor(.bargeIn(heard: cut.heard)))
        if isWanted { interrupted = cut }
    }

    /// Silences the agent at once and reports what was heard.
    mutating func cutOff() -> Interruption? {
        guard let current = speaking else { return nil }
        keepOwnWords()
        speaking = nil
        generation += 1
        let (heard, rest) = current.split
        effects.append(.clearPlayout(generation: generation))
        leaveFloor(Heard(utterance: current.utterance, text: heard, isComplete: false))
        forgetYield(isCleared: true)
        return Interruption(utterance: current.utterance, heard: heard, rest: rest)
    }

    /// An utterance is over, whole or not: what was heard of it, and that the floor is free.
    private mutating func leaveFloor(_ heard: Heard) {
        effects.append(.heard(heard))
        if let id = heard.utterance.controlID {
            controlled[id]?.add(heard)
        } else {
            effects.append(.floor(.agentEnded))
        }
        while silences > 0 {
            silences -= 1
            effects.append(.floor(.cutOff(heard: heard.text)))
        }
    }
}
