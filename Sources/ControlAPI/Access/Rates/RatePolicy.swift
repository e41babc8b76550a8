/// How many requests are taken in a minute, and how many of them at once.
package struct RatePolicy: Hashable, Sendable {
    package static let window = 60

    package let perMinute: Int
    /// How much the bucket holds.
    package let burst: Int

    package init(_ perMinute: Int, burst: Int? = nil) {
        self.perMinute = perMinute
        self.burst = burst ?? perMinute
    }

    /// Tokens that come back in a second.
    var refill: Double { Double(perMinute) / Double(Self.window) }
}
