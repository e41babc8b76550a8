/// A point on a monotonic time line, in nanoseconds since an arbitrary origin.
///
/// Cores receive an `Instant` as the argument `now:` and compare it with the instants they stored; only drivers read a
/// clock (see `Instant+Monotonic.swift`). Two instants are comparable only within one process.
package struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Nanoseconds since the origin.
    package let nanoseconds: Int64

    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// The origin: what tests usually start from.
    package static let origin = Instant(nanoseconds: 0)

    package static func < (left: Instant, right: Instant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    package static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(nanoseconds: instant.nanoseconds &+ duration.nanoseconds)
    }

    package static func - (instant: Instant, duration: Duration) -> Instant {
        Instant(nanoseconds: instant.nanoseconds &- duration.nanoseconds)
    }

    /// How long after `earlier` this instant is; negative when it is before.
    package static func - (later: Instant, earlier: Instant) -> Duration {
        .nanoseconds(later.nanoseconds &- earlier.nanoseconds)
    }

    package static func += (instant: inout Instant, duration: Duration) {
        instant = instant + duration
    }

    package var description: String { "t+\(Double(nanoseconds) / 1e9)s" }
}
