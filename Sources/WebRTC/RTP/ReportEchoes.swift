internal import Timing

/// When our last reports left, so that an echo of one tells the round trip. Remembers eight; the oldest is forgotten.
///
/// The round trip is measured on our monotonic clock, from the moment the echoed report left, so that a step of the wall
/// clock does not disturb it (compare RFC 3550, section 6.4.1, figure 2).
struct ReportEchoes: Sendable {
    private static let capacity = 8
    private var times: [(middle: UInt32, instant: Instant)] = []

    /// A report with this NTP time leaves.
    mutating func note(_ ntp: UInt64, now: Instant) {
        if times.count == Self.capacity { times.removeFirst() }
        times.append((NTPTime.middle(of: ntp), now))
    }

    /// - Parameters:
    ///   - middle: the middle of the NTP time that is echoed.
    ///   - delay: how long the other end kept it, in 1/65536 s.
    func roundTrip(echoing middle: UInt32, delay: UInt32, now: Instant) -> Duration? {
        guard let echoed = times.last(where: { $0.middle == middle }) else { return nil }
        return max(.zero, now - echoed.instant - NTPTime.duration(shortFormat: delay))
    }
}
