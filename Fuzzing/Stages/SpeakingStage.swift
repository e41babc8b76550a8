@testable import Speech
import Timing

/// One connection on which Deepgram speaks clause after clause, in virtual time.
struct SpeakingStage: TimedStage {
    private var core = DeepgramSpeaking(timeout: .seconds(5))
    var now = Instant.origin
    /// Somebody waits for the end of a clause.
    private var isAwaited = false

    init() {}

    mutating func take(_ step: Script.Step) {
        switch step.kind % 7 {
        case 0: handle(.message(.text(step.text)))
        case 1: handle(.opened)
        case 2:
            guard !isAwaited else { return }
            isAwaited = true
            handle(.speak(step.text))
        case 3: handle(.message(.binary(step.bytes)))
        case 4:
            isAwaited = false
            handle(.stop)
        case 5: handle(.lost(.unreachable("cut")))
        default: wait(.milliseconds(20 * Int(step.bytes.first ?? 1)))
        }
    }

    /// Traps when a clause neither ends nor fails.
    mutating func end() {
        wait(.seconds(11))
        precondition(!isAwaited, "a clause has no end")
    }

    var nextDeadline: Instant? { core.nextDeadline }

    mutating func tick() { handle(.tick) }

    private mutating func handle(_ input: DeepgramSpeaking.Input) {
        for output in core.handle(input, now: now) {
            switch output {
            case .done, .failed: isAwaited = false
            case .sound: precondition(isAwaited, "sound that nobody asked for")
            case .send, .hangUp: break
            }
        }
    }
}
