import Synchronization

/// Tells how long the oldest unfinished write has been waiting for the client.
final class WriteMeter: Sendable {
    private struct State {
        var pending = 0
        var since = ContinuousClock.now
    }

    private let state = Mutex(State())

    func begin() {
        state.withLock { state in
            if state.pending == 0 { state.since = .now }
            state.pending += 1
        }
    }

    func end() {
        state.withLock { state in
            state.pending -= 1
            state.since = .now
        }
    }

    /// Since when nothing has moved although something waits; zero when nothing waits.
    var stalled: Duration {
        state.withLock { $0.pending == 0 ? .zero : $0.since.duration(to: .now) }
    }
}
