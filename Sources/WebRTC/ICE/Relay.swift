import TURN
import Timing
import Wire

/// An allocation with the local address it is reached from, and what becomes of it when it is lost.
struct Relay: Sendable {
    let configuration: AllocationConfiguration
    let base: Candidate
    var allocation: Allocation
    /// When it is asked for; `nil` once that has been done.
    var start: Instant?
    /// It has been usable once: a loss may pass.
    var hasWorked = false
    /// Attempts since it worked, or since a restart.
    private var attempts = 0

    private static let shortestWait = Duration.seconds(1)
    /// After this many attempts, some two minutes, only a restart tries again.
    private static let attemptLimit = 7

    init(
        _ configuration: AllocationConfiguration, base: Candidate, start: Instant,
        random: any RandomNumberGenerator & Sendable
    ) {
        self.configuration = configuration
        self.base = base
        self.start = start
        allocation = Allocation(configuration, random: random)
    }

    var timeout: Instant? {
        guard let start else { return allocation.timeout }
        return start
    }

    /// Waiting for its first answer.
    var isOpen: Bool { !hasWorked && (start != nil || allocation.isOpen) }

    mutating func worked() {
        hasWorked = true
        attempts = 0
    }

    /// Another allocation in the place of a lost one, later each time it is lost without having worked.
    mutating func renew(now: Instant, random: any RandomNumberGenerator & Sendable) {
        guard attempts < Self.attemptLimit else { return }
        allocation = Allocation(configuration, random: random)
        start = now + Self.shortestWait * (1 << attempts)
        attempts += 1
    }

    /// The same, because a restart gives everything another chance.
    mutating func retry(now: Instant, random: any RandomNumberGenerator & Sendable) {
        attempts = 0
        renew(now: now, random: random)
    }

    /// Whether a datagram that arrived comes from its server.
    func isFrom(_ datagram: Datagram) -> Bool {
        guard datagram.remote == allocation.server, datagram.transport == allocation.transport else { return false }
        // A socket bound to the wildcard address may report that.
        if datagram.transport == .udp { return datagram.local.port == allocation.local.port }
        return datagram.local == allocation.local
    }
}
