/// Tells of each word's end with the piece of sound in which it lies. The voice counts from its own first sample; what was
/// taken from the front does not count.
struct WordTiming {
    /// Per word as written, and per word as spoken; samples.
    private var ends: [Int] = []
    private var spokenEnds: [Int] = []
    private var told = 0

    init() {}

    init(ends: [Int], spokenEnds: [Int]) {
        self.ends = ends
        self.spokenEnds = spokenEnds
    }

    /// The ends that lie before `position` and were not told.
    mutating func reach(_ position: Int, taken: Int) -> [Int] {
        let reached = ends[told...].prefix { $0 - taken <= position }.map { max(0, $0 - taken) }
        told += reached.count
        return reached
    }

    /// The ends that were not told, none of them beyond the last sound.
    mutating func finish(_ length: Int, taken: Int) -> [Int] {
        defer { told = ends.count }
        return ends[told...].map { min(length, max(0, $0 - taken)) }
    }

    /// The ends of the words as spoken, for whoever writes the same differently.
    func spoken(within length: Int, taken: Int) -> [Int] {
        spokenEnds.map { min(length, max(0, $0 - taken)) }
    }
}
