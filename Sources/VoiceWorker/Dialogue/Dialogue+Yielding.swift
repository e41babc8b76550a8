import Audio
import Timing

/// Giving way in steps: the agent lowers its voice, stands still at the end of a word, and then either falls silent or goes
/// on with the word it stood at.
extension Dialogue {
    /// Takes a frame of the caller that was heard while the agent may be interrupted.
    mutating func weigh(_ activity: VoiceActivity, now: Instant) {
        guard turnTaking.rule == .judgement else { return }
        if AudioFrame.duration * counter.silenceFrames >= turnTaking.softEnd { isRunJudged = false }
        if yield == nil { return lowerVoice(activity, now: now) }
        yield?.interjection.take(activity, now: now)
        standStill(now: now)
        decide(now: now)
    }

    /// The caller's words so far, while it is open what they want.
    mutating func weigh(words text: String) {
        guard let open else { return }
        let own = ownWords(during: open)
        yield?.interjection.take(partial: text, besides: own)
        // More than "yeah" after all.
        if isRunJudged, !open.isEcho || open.isDoubtful, claims(text, in: open) { isRunJudged = false }
    }

    /// Words of the caller's own want something.
    private func claims(_ text: String, in turn: OpenTurn) -> Bool {
        let words = CallerWords.foreign(CallerWords.plain(text), to: ownWords(during: turn))
        return !words.isEmpty && InterjectedWords(words, backchannels: turnTaking.backchannels) == .claim
    }

    /// The first step.
    private mutating func lowerVoice(_ activity: VoiceActivity, now: Instant) {
        guard let current = speaking, current.utterance.isInterruptible, activity.isSpeech, !isRunJudged else { return }
        let speech = AudioFrame.duration * counter.speechFrames
        guard speech >= turnTaking.duckAfter, let open else { return }
        // Where the agent's own voice was taken for a caller's once, and may be again, words must say that it is not.
        guard !activity.mayBeEcho || !hasHeardItself || claims(open.partial, in: open) else { return }
        var next = Yield(began: now - speech, word: current.word?.index)
        for frame in open.voice.suffix(counter.speechFrames) { next.interjection.take(frame, now: now) }
        next.interjection.take(partial: open.partial, besides: ownWords(during: open))
        yield = next
        effects.append(.duck(true))
        standStill(now: now)
    }

    /// The second step, at the end of a word, at the latest `holdBy` after the onset; a voice that has fallen silent by then
    /// leads back to the first.
    mutating func standStill(now: Instant) {
        guard let yield, yield.heldSince == nil, let current = speaking else { return }
        guard AudioFrame.duration * counter.silenceFrames < turnTaking.softEnd else { return letGo(now: now) }
        let age = now - yield.began
        let isBetweenWords = current.word?.index != yield.word || current.played == .zero
        // Later than the next frame would be too late.
        let isLast = age + AudioFrame.duration > turnTaking.holdBy
        guard isLast ? persists : age >= turnTaking.holdAfter && isBetweenWords && counter.silenceFrames == 0 else {
            return
        }
        self.yield?.heldSince = now
        effects.append(.hold)
    }

    /// The caller is still heard, give or take a stop consonant.
    private var persists: Bool { counter.silenceFrames <= 2 }

    /// The last step, as soon as it can be told, and without doubt when the time is up.
    mutating func decide(now: Instant, isForced: Bool = false) {
        guard let yield, let current = speaking else { return }
        let heard = current.split
        let isAnswer = heard.rest.isEmpty || heard.heard.contains("?")
        let verdict = yield.interjection.verdict(
            now: now, heldSince: yield.heldSince, backchannels: isAnswer ? [] : turnTaking.backchannels)
        let isDoubtful = yield.interjection.isDoubtful
        switch verdict {
        case .interruption:
            interrupt()
        case .echo:
            open?.isEcho = true
            hasHeardItself = hasHeardItself || isDoubtful
            letGo(now: now)
        case .backchannel, .noise:
            if yield.heldSince != nil { letGo(now: now) }
        case .undecided:
            guard isForced else { return }
            if counter.isSpeaking, persists, !isDoubtful { interrupt() } else { letGo(now: now) }
        }
    }

    /// A wait of the steps is over.
    mutating func endYieldWait(now: Instant) {
        guard yield?.heldSince == nil else { return decide(now: now, isForced: true) }
        guard persists else { return letGo(now: now) }
        yield?.heldSince = now
        effects.append(.hold)
    }

    var yieldDeadline: Instant? {
        yield.map { $0.heldSince.map { $0 + turnTaking.decideWithin } ?? $0.began + turnTaking.holdBy }
    }

    /// The agent goes on: at full voice, and from the beginning of the word it stood at.
    mutating func letGo(now: Instant) {
        guard let past = yield else { return }
        yield = nil
        isRunJudged = true
        effects.append(.duck(false))
        guard past.heldSince != nil else { return }
        let rewind = speaking?.goBack(atMost: turnTaking.longestRewind, now: now) ?? .zero
        effects.append(.resume(rewind: rewind))
    }

    /// What was being said is over, or cut off, while the caller was weighed.
    mutating func forgetYield(isCleared: Bool) {
        guard let past = yield else { return }
        yield = nil
        isRunJudged = true
        effects.append(.duck(false))
        if past.heldSince != nil, !isCleared { effects.append(.resume(rewind: .zero)) }
    }
}
