import Timing

/// Absolute deadlines, 20 ms apart: a late frame does not delay the next.
struct Pacing: Hashable, Sendable {
    private static let interval = Duration.milliseconds(20)
    /// So many frames are sent at once to catch up; what is later than that is left out.
    private static let mostLate = 5

    private(set) var next: Instant

    init(from start: Instant) {
        next = start
    }

    /// How many frames are due now.
    mutating func due(now: Instant) -> Int {
        guard now >= next else { return 0 }
        let late = Int((now - next) / Self.interval) + 1
        next += Self.interval * late
        return min(late, Self.mostLate)
    }
}
