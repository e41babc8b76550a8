import Dialogue
import Timing

/// What happened, and when (milliseconds).
extension Scenario {
    func times(where wanted: (Dialogue.Effect) -> Bool) -> [Int] { log.filter { wanted($0.effect) }.map(\.time) }

    func times(of effect: Dialogue.Effect) -> [Int] { times { $0 == effect } }

    private func all<Value>(_ value: (Dialogue.Effect) -> Value?) -> [(time: Int, value: Value)] {
        log.compactMap { entry in value(entry.effect).map { (entry.time, $0) } }
    }

    var asked: [(time: Int, text: String, turn: Int)] {
        all { if case .ask(let text, let turn) = $0 { (text, turn) } else { nil } }.map {
            ($0.time, $0.value.0, $0.value.1)
        }
    }

    var spoken: [(time: Int, value: Utterance)] {
        all { if case .speak(let utterance) = $0 { utterance } else { nil } }
    }

    var said: [String] { spoken.map(\.value.text) }

    var heard: [Heard] { all { if case .heard(let heard) = $0 { heard } else { nil } }.map(\.value) }

    /// What the history of the conversation holds of the agent.
    var history: [String] { heard.filter { $0.utterance.isMemorableForTests && !$0.text.isEmpty }.map(\.text) }

    var faults: [Fault] { all { if case .fault(let fault) = $0 { fault } else { nil } }.map(\.value) }

    var holds: [Int] { times(of: .hold) }

    var resumes: [(time: Int, rewind: Int)] {
        all { if case .resume(let rewind) = $0 { rewind } else { nil } }.map {
            ($0.time, Int(($0.value / .milliseconds(1)).rounded()))
        }
    }

    var ducks: [(time: Int, value: Bool)] { all { if case .duck(let isDucked) = $0 { isDucked } else { nil } } }

    var clears: [Int] { times { if case .clearPlayout = $0 { true } else { false } } }

    var softEnds: [(time: Int, turn: Int, revision: Int)] {
        all { if case .softEnd(let turn, let revision) = $0 { (turn, revision) } else { nil } }.map {
            ($0.time, $0.value.0, $0.value.1)
        }
    }

    var reopens: [(time: Int, turn: Int, revision: Int)] {
        all { if case .reopen(let turn, let revision) = $0 { (turn, revision) } else { nil } }.map {
            ($0.time, $0.value.0, $0.value.1)
        }
    }

    /// When turns ended.
    var turnEnds: [(time: Int, turn: Int, revision: Int)] {
        all { if case .endOfUtterance(let turn, let revision) = $0 { (turn, revision) } else { nil } }.map {
            ($0.time, $0.value.0, $0.value.1)
        }
    }

    var prepared: [String] {
        all { if case .prepare(let text, _, _) = $0 { text } else { nil } }.map(\.value)
    }

    var ends: [(time: Int, value: EndReason)] { all { if case .endCall(let reason) = $0 { reason } else { nil } } }

    var states: [(time: Int, value: DialogueState)] { all { if case .state(let state) = $0 { state } else { nil } } }

    var latencies: [TurnTimings] { all { if case .latency(let timings) = $0 { timings } else { nil } }.map(\.value) }

    var floor: [FloorReport] { all { if case .floor(let report) = $0 { report } else { nil } }.map(\.value) }

    /// When the first and the last sound of what was said of this text left.
    func sound(of text: String) -> (first: Int, last: Int)? {
        let ids = Set(spoken.filter { $0.value.text == text }.map(\.value.id))
        let sounds = playout.sounds.filter { ids.contains($0.utterance) }
        guard let first = sounds.first, let last = sounds.last else { return nil }
        return (first.time, last.time)
    }

    /// The whole conversation, a line for each effect.
    var transcript: String {
        log.compactMap { entry in
            if case .listen = entry.effect { return nil }
            return "\(entry.time) \(entry.effect)"
        }.joined(separator: "\n")
    }
}

extension Utterance {
    /// As document 004 has it: greetings, replies and news are part of the conversation.
    var isMemorableForTests: Bool {
        switch purpose {
        case .greeting, .reply, .announcement: true
        case .controlled(let speech): speech.isMemorable
        case .holding, .apology, .repair, .silencePrompt, .farewell: false
        }
    }
}
