import Glibc

/// The newest levels, in decibels, up to `capacity` of them; the oldest give way.
struct LevelWindow: Sendable {
    private var levels: [Float] = []
    private var oldest = 0
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        levels.reserveCapacity(capacity)
    }

    var isFull: Bool { levels.count == capacity }
    var emptied: LevelWindow { LevelWindow(capacity: capacity) }

    /// The highest; very low when there are none.
    var most: Float { levels.max() ?? -.infinity }

    mutating func append(_ level: Float) {
        if levels.count < capacity {
            levels.append(level)
        } else {
            levels[oldest] = level
            oldest = (oldest + 1) % capacity
        }
    }

    /// The levels that a tenth of all lie below, and above.
    var tenths: (weak: Float, loud: Float) {
        let sorted = levels.sorted()
        guard !sorted.isEmpty else { return (0, 0) }
        let tenth = sorted.count / 10
        return (sorted[tenth], sorted[sorted.count - 1 - tenth])
    }

    /// The level of the newest `count` together: of their mean power.
    func mean(of count: Int) -> Float {
        guard !levels.isEmpty else { return -.infinity }
        let wanted = min(count, levels.count)
        let newest = levels.count < capacity ? levels.count - 1 : (oldest + capacity - 1) % capacity
        let power = (0..<wanted).reduce(Float(0)) { sum, back in
            sum + powf(10, levels[(newest - back + levels.count) % levels.count] / 10)
        }
        return 10 * log10f(power / Float(wanted))
    }
}
