import Audio
import Timing

/// The caller's side: frames to utterances, utterances to words, words to one committed turn.
extension Dialogue {
    /// Utterances that wait for their transcripts at most; beyond that the oldest is given up.
    private static let pendingLimit = 8

    mutating func takeFrame(_ samples: [Int16], _ activity: VoiceActivity, now: Instant) {
        guard phase == .active else { return }
        lastFrame = now
        if activity.isSpeech { lastSpeech = now }
        switch counter.step(samples, activity, agentSpeaks: speaking?.utterance.isInterruptible ?? false) {
        case .quiet:
            break
        case .started(let preRoll):
            turn += 1
            utteranceBegan = now
            effects.append(.floor(.callerBegan))
            effects.append(.listen(preRoll, turn: turn))
        case .continues:
            listen(samples, now: now)
        case .bargeIn:
            interrupt()
            listen(samples, now: now)
        case .ended:
            endUtterance(now: now)
        }
    }

    private mutating func listen(_ samples: [Int16], now: Instant) {
        effects.append(.listen(samples, turn: turn))
        guard now - utteranceBegan >= turnTaking.longestUtterance else { return }
        counter.stop()
        endUtterance(now: now)
    }

    mutating func endUtterance(now: Instant) {
        if pending.count == Self.pendingLimit { abandonRecognition(at: 0) }
        pending.append(
            PendingTranscript(
                turn: turn, deadline: now + turnTaking.recognitionDeadline, endOfSpeech: lastSpeech,
                endOfUtterance: now, speech: AudioFrame.duration * counter.utteranceFrames))
        effects.append(.endOfUtterance(turn: turn))
        effects.append(.floor(.callerEnded))
    }

    mutating func abandonRecognition(at index: Int) {
        effects.append(.abandonRecognition(turn: pending[index].turn))
        pending.remove(at: index)
    }

    // MARK: Transcripts

    /// A transcript that is not awaited (late, repeated) changes nothing.
    mutating func takeTranscript(_ text: String, turn: Int, now: Instant) {
        guard let index = pending.firstIndex(where: { $0.turn == turn }) else { return }
        let utterance = pending.remove(at: index)
        let plain = CallerWords.plain(text)
        guard !plain.isEmpty else { return takeEmptyTranscript(utterance) }
        emptyTranscripts = 0
        guard !isListeningSound(plain, spokenUntil: utterance.endOfSpeech) else {
            interrupted?.isFalse = true
            return
        }
        words.append(CallerWords(turn: turn, text: text, spokenUntil: utterance.endOfSpeech))
        timings = TurnTimings.Marks(
            turn: turn, endOfSpeech: utterance.endOfSpeech, endOfUtterance: utterance.endOfUtterance, transcript: now)
    }

    /// "Mm-hm" into the agent's speech is no turn, unless the agent had asked something.
    private func isListeningSound(_ plain: String, spokenUntil: Instant) -> Bool {
        guard words.isEmpty, turnTaking.backchannels.contains(plain) else { return false }
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

    /// The recogniser failed, or its deadline passed.
    mutating func failRecognition(turn: Int, now: Instant) {
        guard let index = pending.firstIndex(where: { $0.turn == turn }) else { return }
        pending.remove(at: index)
        effects.append(.fault(.recognition(turn: turn)))
        interrupted = nil
        guard words.isEmpty, question == nil, !isHushed else { return }
        enqueue(phrases.apology, .apology)
    }
}
