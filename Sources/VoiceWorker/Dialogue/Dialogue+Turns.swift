import Audio
import Timing

/// From words to turns: what is asked, what is kept back, and what is taken up again.
extension Dialogue {
    /// Makes one turn of everything the caller has said, when the caller is silent, every transcript is here and the graph
    /// is free. Words that were said into the agent's speech cut it off, or wait for its end where it may not be cut. With
    /// no words, sound that was cut off for nothing is taken up again.
    mutating func commitWords(now: Instant) {
        guard phase == .active, !counter.isSpeaking, pending.isEmpty, keys.isEmpty else { return }
        if words.isEmpty { resume() } else if holdsTurns { overhear() }
        guard phase == .active, question == nil, !words.isEmpty || owesAnswer else { return }
        if let speaking, words.contains(where: { $0.spokenUntil > speaking.began }) {
            guard speaking.utterance.isInterruptible else { return }
            interrupt()
        }
        dropSuperseded()
        ask(now: now)
    }

    private mutating func ask(now: Instant) {
        var last = words.map(\.turn).max() ?? turn
        let text = takeWords()
        timings?.question = now
        if owesAnswer {
            // A turn of its own, which began too long ago to be measured.
            turn += 1
            (last, timings, owesAnswer) = (turn, nil, false)
        }
        (repairs, silencePrompts) = (0, 0)
        question = Question(
            turn: last, deadline: now + turnTaking.replyDeadline, holding: now + turnTaking.holdingDelay)
        effects.append(text.isEmpty ? .askAgain(turn: last) : .ask(text, turn: last))
        effects.append(.floor(.thinking(turn: last)))
    }

    /// The caller's turn goes to whoever holds turns. It cuts off what may be cut off, and waits for nothing else.
    private mutating func overhear() {
        if let speaking, speaking.utterance.isInterruptible,
            words.contains(where: { $0.spokenUntil > speaking.began })
        {
            interrupt()
        }
        dropSuperseded()
        let last = words.map(\.turn).max() ?? turn
        (repairs, silencePrompts, timings) = (0, 0, nil)
        effects.append(.overheard(takeWords(), turn: last))
    }

    private mutating func takeWords() -> String {
        defer { words = [] }
        return Self.joined(words)
    }

    /// One turn's text of several utterances.
    static func joined(_ words: [CallerWords]) -> String {
        words.sorted { ($0.turn, $0.spokenUntil) < ($1.turn, $1.spokenUntil) }.map(\.text).joined(separator: " ")
    }

    /// What was to be said before the caller spoke has no place behind their words; news has.
    private mutating func dropSuperseded() {
        drop { $0.isSuperseded }
        if let cut = interrupted, case .announcement = cut.utterance.purpose, !cut.rest.isEmpty {
            enqueueRest(of: cut)
        }
        interrupted = nil
    }

    /// What will not be said was not heard.
    mutating func drop(_ isUnwanted: (Utterance) -> Bool) {
        for utterance in queue where isUnwanted(utterance) && utterance.isMemorable {
            effects.append(.heard(Heard(utterance: utterance, text: "", isComplete: false)))
        }
        queue.removeAll(where: isUnwanted)
    }

    private mutating func resume() {
        guard let cut = interrupted, cut.isFalse else { return }
        interrupted = nil
        if !cut.rest.isEmpty, cut.utterance.isWorthResuming {
            effects.append(.floor(.falseInterruption))
            enqueueRest(of: cut)
        } else if let reason = cut.utterance.ending {
            end(reason)
        }
    }
}
