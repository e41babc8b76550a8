package import Timing

/// When a request is sent again and when it is given up (RFC 8489, section 6.2.1).
package struct Retransmission: Hashable, Sendable {
    /// When it is due again, or has failed.
    package private(set) var deadline: Instant
    private let schedule: RetransmissionSchedule
    private var wait: Duration
    private var sent = 1

    /// Begins with the first transmission, at `now`.
    package init(_ schedule: RetransmissionSchedule, now: Instant) {
        self.schedule = schedule
        wait = schedule.initial
        deadline = now + wait
    }

    /// Notes another transmission; `false` when there were enough.
    package mutating func isRepeated(now: Instant) -> Bool {
        guard sent < schedule.transmissions else { return false }
        sent += 1
        wait = min(wait * 2, schedule.longest)
        deadline = now + wait
        return true
    }
}
