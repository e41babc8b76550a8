/// What a stream was asked to do and has not done, in order.
///
/// Bounded by sound: past `capacity` samples the oldest waiting samples are dropped. However much comes at once, a step is
/// short, so that a turn heard again does not hold up other calls. A core: no threads, no clock.
struct RecognitionInbox {
    /// The next thing to do.
    enum Step: Equatable {
        case samples([Int16])
        /// Ends the utterance; the number tells one finish from the next.
        case finish(Int)
        case restart(vocabulary: String)
    }

    /// Samples in a step: 200 ms.
    private static let longestStep = 3200

    private var steps: [Step] = []
    private(set) var waitingSamples = 0
    /// Samples lost to the bound since the beginning.
    private(set) var droppedSamples = 0
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    var isEmpty: Bool { steps.isEmpty }

    mutating func add(_ step: Step) {
        guard case .samples(let new) = step else {
            if case .restart = step { forgetUtterance() }
            steps.append(step)
            return
        }
        var rest = new[...]
        if case .samples(let waiting) = steps.last, waiting.count < Self.longestStep {
            steps[steps.count - 1] = .samples(waiting + rest.prefix(Self.longestStep - waiting.count))
            rest = rest.dropFirst(Self.longestStep - waiting.count)
        }
        while !rest.isEmpty {
            steps.append(.samples(Array(rest.prefix(Self.longestStep))))
            rest = rest.dropFirst(Self.longestStep)
        }
        waitingSamples += new.count
        while waitingSamples > capacity, dropOldest() {}
    }

    mutating func next() -> Step? {
        guard !steps.isEmpty else { return nil }
        let step = steps.removeFirst()
        if case .samples(let samples) = step { waitingSamples -= samples.count }
        return step
    }

    /// Samples that a restart makes pointless: those after the last finish.
    private mutating func forgetUtterance() {
        while case .samples(let samples) = steps.last {
            steps.removeLast()
            waitingSamples -= samples.count
        }
    }

    private mutating func dropOldest() -> Bool {
        let oldest = steps.firstIndex { if case .samples = $0 { true } else { false } }
        guard let oldest, case .samples(let samples) = steps.remove(at: oldest) else { return false }
        waitingSamples -= samples.count
        droppedSamples += samples.count
        return true
    }
}
