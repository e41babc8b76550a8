internal import Timing

/// How unevenly packets come (RFC 3550, appendix A.8), in timestamp ticks.
struct InterarrivalJitter: Sendable {
    private var lastTransit: UInt32?
    /// Sixteen times the estimate, so that rounding does not stick.
    private var scaled: Int64 = 0

    var ticks: UInt32 { UInt32(clamping: scaled >> 4) }

    mutating func note(timestamp: UInt32, now: Instant, clockRate: UInt32) {
        let (seconds, rest) = now.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        let arrival = seconds &* Int64(clockRate) &+ rest * Int64(clockRate) / 1_000_000_000
        let transit = UInt32(truncatingIfNeeded: arrival) &- timestamp
        defer { lastTransit = transit }
        guard let lastTransit else { return }
        let deviation = Int64(Int32(bitPattern: transit &- lastTransit).magnitude)
        scaled += deviation - ((scaled + 8) >> 4)
    }
}
