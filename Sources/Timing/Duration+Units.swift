extension Duration {
    /// Whole nanoseconds. Durations in this house are hours at most, so 64 bits hold them.
    package var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000
    }

    /// Milliseconds with their fraction.
    package var inMilliseconds: Double { Double(nanoseconds) / 1e6 }

    /// Seconds with their fraction.
    package var inSeconds: Double { Double(nanoseconds) / 1e9 }
}
