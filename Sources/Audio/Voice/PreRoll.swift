/// The newest frames, up to `capacity` of them; the oldest give way.
struct PreRoll: Sendable {
    private var frames: [[Int16]] = []
    /// Where the oldest frame is once the ring is full.
    private var oldest = 0
    private let capacity: Int

    init(capacity: Int) {
        precondition(capacity > 0, "a pre-roll keeps at least the present frame")
        self.capacity = capacity
        frames.reserveCapacity(capacity)
    }

    mutating func append(_ frame: [Int16]) {
        if frames.count < capacity {
            frames.append(frame)
        } else {
            frames[oldest] = frame
            oldest = (oldest + 1) % capacity
        }
    }

    /// Everything held, oldest first; the ring is empty afterwards.
    mutating func drain() -> [Int16] {
        defer {
            frames.removeAll(keepingCapacity: true)
            oldest = 0
        }
        return Array((frames[oldest...] + frames[..<oldest]).joined())
    }
}
