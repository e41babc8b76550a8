/// How late packets come, as shares of all packets that slowly forget: one bin for every 5 ms, the last one open.
///
/// At first every packet counts the same, so that the shares are right from the beginning; later each weighs 1/250 of the
/// whole, which is a memory of about five seconds of 20 ms packets.
struct DelayHistogram: Sendable {
    /// Ticks of 48 kHz: 5 ms.
    static let binWidth = 240
    private static let binCount = 100
    private static let memory: Float = 250

    private var shares = [Float](repeating: 0, count: binCount)
    private var weight: Float = 0

    /// Delays noted; stops counting where the memory is full.
    var count: Int { Int(weight) }

    /// - Parameter delay: in ticks of 48 kHz; less than none counts as none.
    mutating func note(_ delay: Int) {
        weight = min(weight + 1, Self.memory)
        let share = 1 / weight
        for index in shares.indices { shares[index] *= 1 - share }
        shares[min(max(0, delay) / Self.binWidth, Self.binCount - 1)] += share
    }

    /// The delay, in ticks, that so great a share of packets keeps; the upper edge of its bin. Zero when nothing is known.
    func quantile(_ share: Float) -> Int {
        guard weight > 0 else { return 0 }
        var sum: Float = 0
        for (index, part) in shares.enumerated() {
            sum += part
            if sum >= share { return (index + 1) * Self.binWidth }
        }
        return Self.binCount * Self.binWidth
    }
}
