import Conversation
import Host
import Synchronization

/// The colleague of one play: every search lasts until the play ends it.
final class PlayResponder: HumanResponder {
    private struct State {
        var ends: [TaskEnd] = []
        var waiting: [String: CheckedContinuation<TaskEnd?, Never>] = [:]
        var cancelled: Set<String> = []
    }

    /// The search came to nothing, as the play wants it.
    struct Failure: Error {}

    private let state = Mutex(State())

    /// Ends the search that is under way, or the next one.
    func finish(_ end: TaskEnd) {
        let waiting = state.withLock { state -> CheckedContinuation<TaskEnd?, Never>? in
            guard let first = state.waiting.keys.min() else {
                state.ends.append(end)
                return nil
            }
            return state.waiting.removeValue(forKey: first)
        }
        waiting?.resume(returning: end)
    }

    func check(_ task: BackgroundTask) async throws -> HumanAnswer {
        switch await wait(task.taskID) {
        case .available(let name): return .available(name: name)
        case .callback: return .callback
        case .failed, nil: throw Failure()
        }
    }

    private func wait(_ id: String) async -> TaskEnd? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer = state.withLock { state -> TaskEnd?? in
                    if state.cancelled.contains(id) { return .some(nil) }
                    if !state.ends.isEmpty { return state.ends.removeFirst() }
                    state.waiting[id] = continuation
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            let waiting = state.withLock { state in
                state.cancelled.insert(id)
                return state.waiting.removeValue(forKey: id)
            }
            waiting?.resume(returning: nil)
        }
    }
}
