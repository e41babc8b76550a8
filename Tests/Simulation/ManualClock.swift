package import Timing

/// A clock that stands still until it is moved, and never goes back.
package struct ManualClock: Sendable {
    package private(set) var now: Instant

    package init(_ start: Instant = .origin) {
        now = start
    }

    package mutating func advance(by duration: Duration) {
        precondition(duration >= .zero, "a monotonic clock does not go back")
        now += duration
    }

    /// Moves to `instant`; stays where it is when that has passed.
    package mutating func advance(to instant: Instant) {
        now = max(now, instant)
    }
}
