import Timing

/// What people who steer the call want of the dialogue.
extension Dialogue {
    mutating func steer(_ event: Event, now: Instant) {
        switch event {
        case .say(let speech): say(speech)
        case .withdraw(let id): queue.removeAll { $0.controlID == id && !$0.isResumed }
        case .silence(let boundary): fallSilent(at: boundary)
        case .abandonAnswer: abandonAnswer()
        case .holdTurns(let holds): holdsTurns = holds
        case .quiet(let isQuiet): hush(isQuiet)
        case .answer: owesAnswer = true
        default: break
        }
    }

    // MARK: Speech

    /// Whatever cannot be said is reported as over, so that nobody waits for it.
    private mutating func say(_ speech: ControlledSpeech) {
        guard !isUnderWay(speech.id) else { return }
        let isFull = queue.count >= turnTaking.queueLimit
        guard !isFull, !CallerWords.plain(speech.text).isEmpty else {
            if isFull { effects.append(.fault(.queueFull(text: speech.text))) }
            return effects.append(.floor(.speechEnded(id: speech.id, heard: "", isWhole: !isFull)))
        }
        enqueue(
            speech.text, .controlled(speech), isInterruptible: speech.isInterruptible,
            ending: speech.endsCall ? .concluded : nil)
    }

    private func isUnderWay(_ id: String) -> Bool {
        speaking?.utterance.controlID == id || interrupted?.utterance.controlID == id
            || queue.contains { $0.controlID == id }
    }

    /// Reports what has begun and will not go on.
    mutating func reportControlled() {
        for (id, progress) in controlled where !isUnderWay(id) {
            controlled[id] = nil
            effects.append(.floor(.speechEnded(id: id, heard: progress.heard, isWhole: progress.isWhole)))
        }
    }

    // MARK: Silence

    private mutating func fallSilent(at boundary: SpeechBoundary) {
        interrupted = nil
        drop { !$0.isLasting }
        guard let current = speaking else { return effects.append(.floor(.cutOff(heard: ""))) }
        silences += 1
        guard current.utterance.isInterruptible else { return }
        if boundary == .sentence { speaking?.stopAtSentence() }
        if boundary == .frame || speaking?.hasReachedStop == true { _ = cutOff() }
    }

    private mutating func hush(_ isQuiet: Bool) {
        isHushed = isQuiet
        guard isQuiet else { return }
        queue.removeAll { $0.purpose == .repair || $0.purpose == .silencePrompt }
    }

    // MARK: Answers

    private mutating func abandonAnswer() {
        (question, timings) = (nil, nil)
        drop { utterance in
            switch utterance.purpose {
            case .greeting, .reply, .holding: true
            default: false
            }
        }
    }
}
