extension Instant {
    private static let start = ContinuousClock().now

    /// The monotonic clock's reading. For drivers only: a core takes the time as an argument.
    package static func monotonic() -> Instant {
        Instant(nanoseconds: (ContinuousClock().now - start).nanoseconds)
    }
}
