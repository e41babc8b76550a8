/// The newest samples that were played of one utterance, so that the speech can go back to them.
///
/// Bounded: the oldest give way. It holds up to half as much again as `capacity` before it lets go of them.
struct PlayedTail: Sendable {
    private var samples: [Int16] = []
    private var utterance: Int?
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Samples that can be gone back to in `utterance`.
    func count(of utterance: Int) -> Int { self.utterance == utterance ? min(samples.count, capacity) : 0 }

    mutating func append(_ played: ArraySlice<Int16>, of utterance: Int) {
        if self.utterance != utterance { clear() }
        self.utterance = utterance
        samples.append(contentsOf: played)
        if samples.count > capacity + capacity / 2 { samples.removeFirst(samples.count - capacity) }
    }

    /// Takes the newest `wanted` samples out again, oldest first.
    mutating func removeLast(_ wanted: Int) -> [Int16] {
        let taken = Array(samples.suffix(wanted))
        samples.removeLast(taken.count)
        return taken
    }

    mutating func clear() {
        samples.removeAll(keepingCapacity: true)
        utterance = nil
    }
}
