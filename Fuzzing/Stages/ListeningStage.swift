@testable import Speech
import Timing

/// One call that Deepgram listens to, in virtual time.
struct ListeningStage: TimedStage {
    private var core = DeepgramListening(timeout: .seconds(3))
    var now = Instant.origin
    private var asked = 0
    private var answered: Set<Int> = []

    init() { handle(.prepare) }

    mutating func take(_ step: Script.Step) {
        let first = Int(step.bytes.first ?? 1)
        switch step.kind % 8 {
        case 0: handle(.message(.text(step.text)))
        case 1: handle(.opened)
        case 2: handle(.lost(.unreachable("cut")))
        case 3: handle(.samples([Int16](repeating: 7, count: 160 * first)))
        case 4:
            asked += 1
            handle(.finish(asked))
        case 5: handle(.restart)
        case 6: handle(first < 128 ? .message(.binary(step.bytes)) : .lost(.refused(status: 4 * first)))
        default: wait(.milliseconds(20 * first))
        }
    }

    /// Traps when somebody is left without an answer.
    mutating func end() {
        wait(.seconds(4))
        precondition(answered.count == asked, "somebody waits for words for ever")
    }

    var nextDeadline: Instant? { core.nextDeadline }

    mutating func tick() { handle(.tick) }

    private mutating func handle(_ input: DeepgramListening.Input) {
        for case .finished(let number, _) in core.handle(input, now: now) {
            precondition(answered.insert(number).inserted, "an utterance ends twice")
        }
        precondition(core.kept.count <= DeepgramListening.longestReplay, "too much sound is kept")
    }
}
