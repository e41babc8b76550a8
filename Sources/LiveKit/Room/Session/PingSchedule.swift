import Timing

/// When to ping, and when silence means that the server is gone.
struct PingSchedule {
    private var interval: Duration?
    private var patience: Duration?
    private(set) var next: Instant?
    /// Without any message until here, the socket is dead.
    private(set) var expiry: Instant?
    private var sentAt: Instant?
    /// From the last ping to its answer; zero before the first.
    private(set) var roundTrip = Duration.zero

    /// Takes the server's intervals, in seconds; zero means that it wants no pings.
    mutating func start(interval: Int32, patience: Int32, now: Instant) {
        self = PingSchedule()
        guard interval > 0 else { return }
        self.interval = .seconds(interval)
        self.patience = patience > 0 ? .seconds(patience) : nil
        resume(now: now)
    }

    /// There is no socket to ping on; the intervals stay.
    mutating func pause() {
        (next, expiry, sentAt) = (nil, nil, nil)
    }

    /// There is one again.
    mutating func resume(now: Instant) {
        guard interval != nil else { return }
        next = now
        heard(now: now)
    }

    mutating func stop() {
        self = PingSchedule()
    }

    /// Any message came. Without a socket to ping on it means nothing.
    mutating func heard(now: Instant) {
        guard next != nil else { return }
        expiry = patience.map { now + $0 }
    }

    mutating func sent(now: Instant) {
        next = interval.map { now + $0 }
        sentAt = now
    }

    mutating func answered(now: Instant) {
        guard let sentAt else { return }
        roundTrip = now - sentAt
        self.sentAt = nil
    }
}
