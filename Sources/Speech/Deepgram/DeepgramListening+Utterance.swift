import Timing

// The utterance: its sound, its words, its end.
extension DeepgramListening {
    mutating func hear(_ samples: [Int16], now: Instant) -> [Output] {
        guard !samples.isEmpty else { return [] }
        if !hasSound, case .givenUp = link {
            failures = 0
            link = .down
        }
        hasSound = true
        kept += samples
        let excess = kept.count - Self.longestReplay
        if excess > 0 {
            kept.removeFirst(excess)
            keptStart += excess
        }
        switch link {
        case .down: return dial()
        case .resting, .dialing, .givenUp: return []
        case .open: return send(samples, now: now)
        }
    }

    mutating func finish(_ number: Int, now: Instant) -> [Output] {
        var outputs: [Output] = []
        if let finishing { outputs.append(.finished(finishing.number, .failure(.cancelled))) }
        finishing = Finish(number: number, deadline: now + timeout)
        guard hasSound, !isHeard else { return outputs + conclude(now: now) }
        switch link {
        case .down: outputs += dial()
        case .resting, .dialing: break
        case .open: outputs += finalize(now: now)
        case .givenUp(let error): outputs += conclude(.failure(error), now: now)
        }
        return outputs
    }

    mutating func restart(now: Instant) -> [Output] {
        var outputs: [Output] = []
        if let finishing { outputs.append(.finished(finishing.number, .failure(.cancelled))) }
        // What comes after must not grow together with what was said before.
        if case .open = link, hasSound, finishing == nil { outputs.append(control("Finalize", now: now)) }
        return outputs + begin()
    }

    mutating func read(_ text: String, now: Instant) -> [Output] {
        guard case .open = link else { return [] }
        guard let message = DeepgramResult.read(text) else { return garbled(now: now) }
        failures = 0
        switch message {
        case .result(let result): return take(result, now: now)
        case .utteranceEnd: return words.isEmpty ? [] : [.hear(Hypothesis(words, isComplete: true))]
        case .trouble: return [.hangUp] + lost(.refused(status: 500), now: now)
        case .other: return []
        }
    }

    private mutating func take(_ result: DeepgramResult, now: Instant) -> [Output] {
        guard hasSound, result.end > utteranceStart else { return [] }
        let before = words
        if result.isFinal {
            finals.append(result)
            interim = ""
            let heard = min(kept.count, max(0, result.end - keptStart))
            kept.removeFirst(heard)
            keptStart += heard
        } else {
            interim = result.text
        }
        var outputs: [Output] = []
        if !words.isEmpty, words != before || result.endsSpeech {
            outputs.append(.hear(Hypothesis(words, isComplete: result.endsSpeech)))
        }
        if finishing?.finalizedAt != nil, result.isFinal, result.isFinalized || isHeard {
            outputs += conclude(now: now)
        }
        return outputs
    }

    /// Everything is final. The last sound may be shorter than what Deepgram counts in.
    private var isHeard: Bool {
        guard case .open = link, let last = finals.last else { return false }
        return last.end > utteranceStart && last.end + 320 >= sent && kept.count <= 320
    }

    /// Answers whoever waits for the words with those that are there.
    mutating func conclude(now: Instant) -> [Output] {
        let weights = finals.filter { $0.confidence != nil }.map { ($0.confidence ?? 0, $0.text.utf8.count) }
        let length = weights.reduce(0) { $0 + $1.1 }
        let confidence = length == 0 ? nil : weights.reduce(0) { $0 + $1.0 * Double($1.1) } / Double(length)
        return conclude(.success(Transcript(text: words, confidence: confidence)), now: now)
    }

    mutating func conclude(_ result: Result<Transcript, SpeechError>, now: Instant) -> [Output] {
        guard let finishing else { return [] }
        return [.finished(finishing.number, result)] + begin()
    }

    /// The next utterance begins with the next sound. A link that was given up is tried again.
    private mutating func begin() -> [Output] {
        finishing = nil
        finals = []
        interim = ""
        kept = []
        keptStart = sent
        utteranceStart = sent
        hasSound = false
        if case .givenUp = link {
            link = .down
            failures = 0
        }
        return []
    }
}
