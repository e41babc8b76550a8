internal import Timing

/// The wall clock as RTCP writes it: 32 bits of seconds since 1900, 32 bits of fraction (RFC 3550, section 4).
package enum NTPTime {
    /// Seconds between the epochs of NTP and of Unix.
    private static let unixEpoch: UInt64 = 2_208_988_800

    /// - Parameter nanoseconds: since 1970, as the system clock has it.
    package static func timestamp(unixNanoseconds nanoseconds: Int64) -> UInt64 {
        let since1970 = UInt64(max(0, nanoseconds))
        let seconds = since1970 / 1_000_000_000 &+ unixEpoch
        let fraction = (since1970 % 1_000_000_000) << 32 / 1_000_000_000
        return seconds << 32 | fraction
    }

    /// The middle 32 bits, in which reports echo a timestamp: units of 1/65536 s.
    package static func middle(of timestamp: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: timestamp >> 16)
    }

    /// A duration in units of 1/65536 s, as reports carry delays; negative ones count as none.
    static func shortFormat(_ duration: Duration) -> UInt32 {
        let nanoseconds = UInt64(max(0, duration.nanoseconds))
        let seconds = nanoseconds / 1_000_000_000
        return UInt32(clamping: seconds << 16 | (nanoseconds % 1_000_000_000) << 16 / 1_000_000_000)
    }

    /// The duration that many units of 1/65536 s make.
    static func duration(shortFormat units: UInt32) -> Duration {
        .nanoseconds((Int64(units) * 1_000_000_000) >> 16)
    }
}
