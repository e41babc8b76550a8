import Synchronization

/// Carries one result from a task to the thread that waits for it.
final class ResultBox<Value: Sendable>: Sendable {
    private let stored = Mutex<Result<Value, any Error>>(.failure(BenchFailure("there is no result")))

    var result: Result<Value, any Error> {
        get { stored.withLock { $0 } }
        set { stored.withLock { $0 = newValue } }
    }
}
