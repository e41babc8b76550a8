import Timing

/// A stage whose core is told when a wait of it is over, in virtual time.
protocol TimedStage {
    var now: Instant { get set }
    /// When the core wants to be told.
    var nextDeadline: Instant? { get }

    mutating func tick()
}

extension TimedStage {
    /// Lets time go by. Traps when the core asks for ever more within it.
    mutating func wait(_ duration: Duration) {
        let end = now + duration
        var ticks = 0
        while let next = nextDeadline, next <= end {
            ticks += 1
            precondition(ticks < 1_000, "time stands still")
            now = max(now, next)
            tick()
        }
        now = end
    }
}
