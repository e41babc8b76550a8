import Timing

/// A timer that waits twice as long after each expiry, for exchanges of one chunk (T1, T2, stream reset).
struct BackoffTimer: Sendable {
    private(set) var deadline: Instant?
    /// Expiries since it was started.
    private(set) var expirations = 0
    private var interval: Duration = .zero

    mutating func start(_ interval: Duration, now: Instant) {
        self.interval = interval
        expirations = 0
        deadline = now + interval
    }

    mutating func stop() {
        deadline = nil
        expirations = 0
    }

    /// Whether it has run out at `now`.
    func isDue(_ now: Instant) -> Bool {
        deadline.map { $0 <= now } ?? false
    }

    /// Waits again, twice as long, but at most `maximum`.
    mutating func restart(maximum: Duration, now: Instant) {
        expirations += 1
        interval = min(interval * 2, maximum)
        deadline = now + interval
    }
}
