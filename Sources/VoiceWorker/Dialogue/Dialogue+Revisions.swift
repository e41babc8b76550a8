import Audio
import Timing

/// The turn while it is open: its revisions, the work ahead on each, and how long a silence ends it.
extension Dialogue {
    // MARK: Soft ends

    /// After a short silence the recogniser is asked for the words so far.
    mutating func endSoftly(now: Instant) {
        guard let open, open.softEnd == nil, turnTaking.endsSoftly, counter.silenceFrames > 0 else { return }
        guard now - lastSpeech >= turnTaking.softEnd(after: open.revision) else { return }
        self.open?.softEnd = SoftEnd(silentSince: lastSpeech, deadline: now + turnTaking.recognitionDeadline)
        effects.append(.softEnd(turn: open.number, revision: open.revision))
    }

    /// The caller goes on after a soft end: everything made of it is stale.
    mutating func reopen(now: Instant) {
        guard let softEnd = open?.softEnd, counter.speechFrames >= turnTaking.speech.minSpeechFrames else { return }
        let resumed = now - AudioFrame.duration * counter.speechFrames
        endOfTurn.note(pause: max(turnTaking.softEnd, resumed - softEnd.silentSince))
        open?.reopen()
        effects.append(.reopen(turn: turn, revision: open?.revision ?? 0))
    }

    // MARK: Words

    /// The words of the present revision, or that there will be none.
    mutating func takeEarly(_ outcome: SoftEnd.Outcome, revision: Int, now: Instant) {
        guard let open, open.revision == revision, let softEnd = open.softEnd, softEnd.outcome == nil else { return }
        self.open?.softEnd?.take(outcome, now: now)
        if case .words(let text) = outcome { weigh(words: text) }
        judge(now: now)
    }

    /// Words as they seem to be; those of a turn that is over change nothing.
    mutating func takePartial(_ text: String, turn: Int, isComplete: Bool, now: Instant) {
        guard !CallerWords.plain(text).isEmpty else { return }
        hasGivenPartials = true
        guard open?.number == turn else { return }
        open?.note(partial: text, isHinted: isComplete, speechFrames: counter.utteranceFrames)
        weigh(words: text)
        judge(now: now)
        decide(now: now)
    }

    /// Chooses the silence that ends the turn, once its words are here, and ends it when it has passed already.
    private mutating func judge(now: Instant) {
        guard turnTaking.rule == .judgement, let open, let outcome = open.softEnd?.outcome else { return }
        let text = if case .words(let words) = outcome { words } else { "" }
        self.open?.softEnd?.wait = endOfTurn.wait(
            after: EndOfTurn.Words(text, isHinted: open.isHinted), profile: expected, voice: open.voice,
            limits: turnTaking.waits(for: expected))
        if let end = turnEnd, end <= now, counter.speechFrames == 0 { closeTurn(now: now) }
    }

    /// When the turn is over if the caller stays silent: after the chosen wait, and never before its words are here, unless
    /// the recogniser has to be given up.
    var turnEnd: Instant? {
        guard turnTaking.rule == .judgement, let softEnd = open?.softEnd else { return nil }
        return softEnd.wait.map { lastSpeech + $0 } ?? softEnd.deadline
    }

    // MARK: Working ahead

    /// Lets the graph work ahead on what would be asked if the turn were over now; once a revision.
    mutating func workAhead() {
        guard turnTaking.worksAhead, let open, let softEnd = open.softEnd, !softEnd.isPrepared,
            counter.speechFrames == 0, let text = softEnd.words, mayBeAsked(CallerWords.plain(text))
        else { return }
        self.open?.softEnd?.isPrepared = true
        let present = CallerWords(turn: open.number, text: text, spokenUntil: lastSpeech)
        effects.append(.prepare(Self.joined(words + [present]), turn: open.number, revision: open.revision))
    }

    private func mayBeAsked(_ plain: String) -> Bool {
        guard phase == .active, !plain.isEmpty, question == nil, pending.isEmpty, !holdsTurns, !owesAnswer else {
            return false
        }
        return speaking?.utterance.isInterruptible != false && !isListeningSound(plain, spokenUntil: lastSpeech)
    }

    /// A reply to words that may still become others; one of an older revision is dropped.
    mutating func takePrepared(_ reply: Reply, revision: Int) {
        guard let open, open.number == reply.turn, open.revision == revision, let softEnd = open.softEnd,
            softEnd.isPrepared, !softEnd.isPresynthesized, !CallerWords.plain(reply.text).isEmpty
        else { return }
        self.open?.softEnd?.isPresynthesized = true
        effects.append(.presynthesize(reply.text))
    }

    // MARK: Liveness

    /// Speech without a word for a while means that the recogniser has died; asked for once a turn.
    mutating func watchRecogniser() {
        guard let open, !open.isRevived, turnTaking.expectsPartials || hasGivenPartials else { return }
        let speech = AudioFrame.duration * (counter.utteranceFrames - open.framesAtSign)
        guard speech >= turnTaking.livenessLimit else { return }
        self.open?.isRevived = true
        effects.append(.reviveRecognition(turn: open.number))
    }
}
