import Audio
import Timing

/// The caller's side: frames to utterances.
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
            beginTurn(preRoll, now: now)
        case .continues:
            listen(samples, now: now)
        case .bargeIn:
            if turnTaking.rule == .counts { interrupt() }
            listen(samples, now: now)
        case .ended:
            endUtterance(now: now)
        }
        guard counter.isSpeaking else { return }
        open?.note(activity)
        endSoftly(now: now)
        watchRecogniser()
        weigh(activity, now: now)
    }

    private mutating func beginTurn(_ preRoll: [Int16], now: Instant) {
        turn += 1
        open = OpenTurn(number: turn, began: now, agent: agentsPlace)
        isRunJudged = false
        effects.append(.floor(.callerBegan))
        effects.append(.listen(preRoll, turn: turn))
    }

    private mutating func listen(_ samples: [Int16], now: Instant) {
        reopen(now: now)
        effects.append(.listen(samples, turn: turn))
        guard let open, now - open.began >= turnTaking.longestUtterance else { return }
        closeTurn(now: now)
    }

    /// Ends the utterance although the counter would go on.
    mutating func closeTurn(now: Instant) {
        counter.stop()
        endUtterance(now: now)
    }

    /// The one end of a turn: its words are taken, or awaited.
    mutating func endUtterance(now: Instant) {
        guard let closing = open else { return }
        open = nil
        let softEnd = closing.softEnd
        let utterance = PendingTranscript(
            turn: closing.number, revision: closing.revision,
            deadline: max(now, softEnd?.deadline ?? now + turnTaking.recognitionDeadline), endOfSpeech: lastSpeech,
            endOfUtterance: min(now, softEnd?.wait.map { lastSpeech + $0 } ?? now),
            speech: AudioFrame.duration * counter.utteranceFrames, isEcho: closing.isEcho,
            own: closing.isDoubtful ? ownWords(during: closing) : nil)
        effects.append(.endOfUtterance(turn: closing.number, revision: closing.revision))
        effects.append(.floor(.callerEnded))
        switch softEnd?.outcome {
        case .words(let text): take(text, of: utterance, now: softEnd?.answered ?? now)
        case .failed: failWords(of: utterance)
        case nil: awaitWords(of: utterance)
        }
    }

    private mutating func awaitWords(of utterance: PendingTranscript) {
        if pending.count == Self.pendingLimit { abandonRecognition(at: 0) }
        pending.append(utterance)
    }

    mutating func abandonRecognition(at index: Int) {
        effects.append(.abandonRecognition(turn: pending[index].turn))
        pending.remove(at: index)
    }
}
