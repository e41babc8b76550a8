import Synchronization

/// When the client last sent anything.
final class LastHeard: Sendable {
    private let instant = Mutex(ContinuousClock.now)

    func mark() {
        instant.withLock { $0 = .now }
    }

    var ago: Duration {
        instant.withLock { $0.duration(to: .now) }
    }
}
