import Timing

/// When to ping, and when silence means that the server is gone.
struct PingSchedule {
    private var interval: Duration?
    private var patience: Duration?
    private(set) var next: Instant?
    /// Without any message until here, the socket is dead.
    private(set) var expiry: Instant?

    /// Takes the server's intervals, in seconds; zero means that it wants no pings.
    mutating func start(interval: Int32, patience: Int32, now: Instant) {
        self = PingSchedule()
        guard interval > 0 else { return }
        self.interval = .seconds(interval)
        self.patience = patience > 0 ? .seconds(patience) : nil
        next = now
        heard(now: now)
    }

    mutating func heard(now: Instant) {
        expiry = patience.map { now + $0 }
    }

    mutating func sent(now: Instant) {
        next = interval.map { now + $0 }
    }
}
