import Conversation
import Synchronization

/// Hears what the tools of one play are asked and answer.
final class ToolWitness: Sendable {
    private let calls = Mutex<[PlayTurn.Call]>([])

    func note(_ request: ToolRequest, _ answer: ToolAnswer) {
        calls.withLock { $0.append(PlayTurn.Call(request, answer)) }
    }

    /// What was called since the last look.
    func take() -> [PlayTurn.Call] {
        calls.withLock { calls in
            defer { calls = [] }
            return calls
        }
    }
}
