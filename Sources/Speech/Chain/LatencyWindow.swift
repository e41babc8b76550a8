/// How long an engine lately took to its first byte. Holds the last hundred.
package struct LatencyWindow: Hashable, Sendable {
    private static let capacity = 100
    /// Fewer say nothing about one in twenty.
    private static let enough = 20

    private var durations: [Duration] = []
    private var oldest = 0

    package init() {}

    package mutating func add(_ duration: Duration) {
        if durations.count < Self.capacity {
            durations.append(duration)
        } else {
            durations[oldest] = duration
            oldest = (oldest + 1) % Self.capacity
        }
    }

    /// The time within which 95 of a hundred requests had their first byte; `nil` until there are enough.
    package var p95: Duration? {
        guard durations.count >= Self.enough else { return nil }
        let sorted = durations.sorted()
        return sorted[(sorted.count * 95 + 99) / 100 - 1]
    }
}
