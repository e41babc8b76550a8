import Timing

/// How busy a worker is, from what limits it: its slots, and how long its event loops let a task wait.
struct Load: Hashable, Sendable {
    /// A loop that lets tasks wait so long is full: two frames come late.
    static let fullLag = Duration.milliseconds(40)

    let jobs: Int
    let capacity: Int
    let lag: Duration

    /// 0...1. Slots alone never make a worker full by load; it says so when they are taken.
    var value: Float {
        let slots = capacity > 0 ? Float(jobs) / Float(capacity) * 0.9 : 1
        let late = Float(lag.inSeconds / Self.fullLag.inSeconds)
        return min(1, max(slots, late))
    }
}
