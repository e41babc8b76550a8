import Dialogue

/// What happened in a play, and when (milliseconds).
extension Play {
    func times(where wanted: (Dialogue.Effect) -> Bool) -> [Int] {
        log.filter { wanted($0.effect) }.map(\.time)
    }

    func times(of effect: Dialogue.Effect) -> [Int] { times { $0 == effect } }

    var spoken: [(time: Int, utterance: Utterance)] {
        log.compactMap { if case .speak(let utterance) = $0.effect { ($0.time, utterance) } else { nil } }
    }

    var said: [String] { spoken.map(\.utterance.text) }

    var asked: [(time: Int, text: String, turn: Int)] {
        log.compactMap { if case .ask(let text, let turn) = $0.effect { ($0.time, text, turn) } else { nil } }
    }

    var heard: [Heard] {
        log.compactMap { if case .heard(let heard) = $0.effect { heard } else { nil } }
    }

    var faults: [Fault] {
        log.compactMap { if case .fault(let fault) = $0.effect { fault } else { nil } }
    }

    var softEnds: [(time: Int, revision: Int)] {
        log.compactMap { if case .softEnd(_, let revision) = $0.effect { ($0.time, revision) } else { nil } }
    }

    var prepared: [(time: Int, text: String, revision: Int)] {
        log.compactMap {
            if case .prepare(let text, _, let revision) = $0.effect { ($0.time, text, revision) } else { nil }
        }
    }

    /// The turns that are over for good, in order.
    var endedTurns: [(time: Int, turn: Int)] {
        log.compactMap { if case .endOfUtterance(let turn, _) = $0.effect { ($0.time, turn) } else { nil } }
    }

    var clears: [Int] { times { if case .clearPlayout = $0 { true } else { false } } }

    var ends: [(time: Int, reason: EndReason)] {
        log.compactMap { if case .endCall(let reason) = $0.effect { ($0.time, reason) } else { nil } }
    }

    var states: [(time: Int, state: DialogueState)] {
        log.compactMap { if case .state(let state) = $0.effect { ($0.time, state) } else { nil } }
    }

    var latencies: [TurnTimings] {
        log.compactMap { if case .latency(let timings) = $0.effect { timings } else { nil } }
    }

    var floor: [(time: Int, report: FloorReport)] {
        log.compactMap { if case .floor(let report) = $0.effect { ($0.time, report) } else { nil } }
    }

    var overheard: [String] {
        log.compactMap { if case .overheard(let text, _) = $0.effect { text } else { nil } }
    }

    /// What was heard when `.silence` was answered, and when.
    var cutOffs: [(time: Int, heard: String)] {
        floor.compactMap { if case .cutOff(let heard) = $0.report { ($0.time, heard) } else { nil } }
    }

    /// How each `ControlledSpeech` ended.
    var ended: [String] {
        floor.compactMap {
            guard case .speechEnded(let id, let heard, let isWhole) = $0.report else { return nil }
            return "\(id): \(heard)\(isWhole ? "" : " …")"
        }
    }

    /// The samples given to the recogniser for `turn`.
    func listened(turn wanted: Int) -> [Int16] {
        log.flatMap { entry -> [Int16] in
            if case .listen(let samples, wanted) = entry.effect { samples } else { [] }
        }
    }
}

extension Play {
    /// Of everything that was played, no sample was left out between two that were heard.
    var hasNoGap: Bool {
        zip(sound, sound.dropFirst()).allSatisfy { one, next in
            one.utterance != next.utterance || next.range.lowerBound <= one.range.upperBound
        }
    }
}
