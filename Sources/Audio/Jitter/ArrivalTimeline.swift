import Timing

/// Where the sender's clock lies on ours: how late every packet is against the fastest of the last seconds.
///
/// The fastest packets wait in no queue, so that their transit follows the sender's clock alone; a window of two to four
/// seconds lets the estimate drift with it. All lengths are ticks of 48 kHz.
struct ArrivalTimeline: Sendable {
    private static let window = 2 * 48_000
    /// A clock that deviates by more was set anew.
    private static let largestDeviation = 2 * 48_000

    /// The timestamp noted last, and its place on a scale that does not wrap.
    private var last: (timestamp: UInt32, position: Int)?
    /// The least transit of the running window and of the one before.
    private var least = Int.max
    private var previousLeast = Int.max
    private var windowEnd = Int.min

    /// The instant in ticks.
    static func ticks(_ instant: Instant) -> Int {
        // Whole milliseconds apart, so that nothing overflows.
        let (milliseconds, rest) = instant.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return Int(milliseconds &* 48 &+ rest &* 48 / 1_000_000)
    }

    /// Takes note of an arrival. Returns by how much the packet is later than the fastest one would be.
    mutating func note(_ timestamp: UInt32, now: Instant) -> Int {
        let arrival = Self.ticks(now)
        var transit = arrival &- position(of: timestamp)
        if last == nil || abs(transit - base) > Self.largestDeviation {
            last = (timestamp, arrival)
            transit = 0
            (least, previousLeast, windowEnd) = (transit, transit, arrival + Self.window)
        } else if arrival >= windowEnd {
            // After a pause of more than a window nothing that was known holds.
            previousLeast = arrival >= windowEnd + Self.window ? transit : least
            (least, windowEnd) = (transit, arrival + Self.window)
        }
        last = (timestamp, position(of: timestamp))
        least = min(least, transit)
        return transit - base
    }

    /// How long after the earliest possible arrival of this timestamp `now` is.
    func delay(of timestamp: UInt32, at now: Instant) -> Int {
        Self.ticks(now) &- position(of: timestamp) &- base
    }

    private var base: Int { min(least, previousLeast) }

    private func position(of timestamp: UInt32) -> Int {
        guard let last else { return Int(timestamp) }
        return last.position &+ Int(Int32(bitPattern: timestamp &- last.timestamp))
    }
}
