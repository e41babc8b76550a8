import Audio
import Timing

/// From utterances that are over to words.
extension Dialogue {
    /// A transcript that is not awaited (late, stale, repeated) changes nothing.
    mutating func takeTranscript(_ text: String, turn: Int, revision: Int, now: Instant) {
        if open?.number == turn { return takeEarly(.words(text), revision: revision, now: now) }
        guard let index = pending.firstIndex(where: { $0.turn == turn && $0.revision == revision }) else { return }
        take(text, of: pending.remove(at: index), now: now)
    }

    /// The recogniser failed, or its deadline passed. `revision`: `nil` for whichever is awaited.
    mutating func failRecognition(turn: Int, revision: Int? = nil, now: Instant) {
        if let open, open.number == turn {
            return takeEarly(.failed, revision: revision ?? open.revision, now: now)
        }
        let index = pending.firstIndex { $0.turn == turn && $0.revision == revision ?? $0.revision }
        guard let index else { return }
        failWords(of: pending.remove(at: index))
    }

    /// The words of an utterance that is over; they were here at `now`.
    mutating func take(_ text: String, of utterance: PendingTranscript, now: Instant) {
        let plain = CallerWords.plain(text)
        guard !plain.isEmpty else { return takeEmptyTranscript(utterance) }
        emptyTranscripts = 0
        guard !isOwnVoice(plain, in: utterance), !isListeningSound(plain, spokenUntil: utterance.endOfSpeech) else {
            interrupted?.isFalse = true
            return
        }
        words.append(CallerWords(turn: utterance.turn, text: text, spokenUntil: utterance.endOfSpeech))
        timings = TurnTimings.Marks(
            turn: utterance.turn, endOfSpeech: utterance.endOfSpeech, endOfUtterance: utterance.endOfUtterance,
            transcript: max(now, utterance.endOfUtterance))
    }

    mutating func failWords(of utterance: PendingTranscript) {
        effects.append(.fault(.recognition(turn: utterance.turn)))
        interrupted = nil
        guard words.isEmpty, question == nil, !isHushed else { return }
        enqueue(phrases.apology, .apology)
    }

    /// "Mm-hm" into the agent's speech is no turn, unless the agent had asked something.
    func isListeningSound(_ plain: String, spokenUntil: Instant) -> Bool {
        guard words.isEmpty, InterjectedWords(plain, backchannels: turnTaking.backchannels) == .listening else {
            return false
        }
        if let interrupted { return !interrupted.callsForAnswer }
        if let speaking { return spokenUntil > speaking.began && !speaking.split.heard.contains("?") }
        guard let said = lastSaid else { return false }
        return spokenUntil > said.began && spokenUntil < said.ended && !said.asked
    }

    /// A sound without words: nothing to answer once, a repair prompt when it happens again or was clearly speech.
    private mutating func takeEmptyTranscript(_ utterance: PendingTranscript) {
        guard interrupted == nil else {
            interrupted?.isFalse = true
            return
        }
        guard speaking == nil, question == nil, queue.isEmpty, words.isEmpty, !isHushed else { return }
        emptyTranscripts += 1
        let isClear = utterance.speech >= turnTaking.clearSpeech
        guard isClear || emptyTranscripts >= turnTaking.emptyBeforeRepair else { return }
        emptyTranscripts = 0
        repairs += 1
        if repairs > turnTaking.mostRepairs {
            sayFarewell(phrases.repairFarewell, .notUnderstood)
        } else {
            enqueue(phrases.repair, .repair)
        }
    }
}
