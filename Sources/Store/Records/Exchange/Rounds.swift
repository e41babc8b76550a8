import Synchronization

/// Work that is done again and again: each second, and at once when there is a reason to. Never twice at the same time.
final class Rounds: Sendable {
    private let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation
    private let tasks = Mutex<[Task<Void, Never>]>([])

    init() {
        (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    deinit { end() }

    /// Begins to work. Only once.
    func start(_ work: @escaping @Sendable () async -> Void) {
        let (signals, signal) = (signals, signal)
        let worker = Task { for await _ in signals { await work() } }
        let clock = Task {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(1))
                signal.yield()
            }
        }
        tasks.withLock { $0 = [worker, clock] }
    }

    /// There is a reason: whatever is under way, a round begins after this.
    func begin() { signal.yield() }

    /// The work under way is the last.
    func end() {
        signal.finish()
        for task in tasks.withLock(\.self) { task.cancel() }
    }
}
