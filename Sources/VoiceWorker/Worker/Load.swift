import Timing

/// How busy a worker is, from what limits it: its slots, and how long its event loops let a task wait.
///
/// The processor of the host says nothing: others use it too, and a call that is kept waiting shows in the loops.
struct Load: Hashable, Sendable {
    /// A loop that lets tasks wait so long is full: two frames come late.
    static let fullLag = Duration.milliseconds(40)
    /// What is full: a LiveKit server gives nothing to a worker from this load on.
    static let full: Float = 0.7
    /// What all slots taken amount to. It stays below `full`, or a server would leave free slots empty; that none is free
    /// is said by the worker's status.
    static let allSlots: Float = 0.5

    let jobs: Int
    let capacity: Int
    let lag: Duration

    /// 0...1; `full` and more only when the loops are late.
    var value: Float {
        let slots = capacity > 0 ? min(1, Float(jobs) / Float(capacity)) * Self.allSlots : 1
        let late = Float(lag.inSeconds / Self.fullLag.inSeconds) * Self.full
        return min(1, max(slots, late))
    }
}
