/// What a call has for its recogniser, in order. Bounded by sound: past `capacity` samples the oldest waiting are dropped;
/// where utterances begin and end is never dropped.
struct EarInbox: Sendable {
    enum Step: Hashable, Sendable {
        case begin(turn: Int, vocabulary: String)
        case samples([Int16], turn: Int)
        case finish(turn: Int)

        var turn: Int {
            switch self {
            case .begin(let turn, _), .samples(_, let turn), .finish(let turn): turn
            }
        }
    }

    private var steps: [Step] = []
    private var waiting = 0
    private(set) var dropped = 0
    private let capacity: Int

    /// - Parameter capacity: samples.
    init(capacity: Int) {
        self.capacity = capacity
    }

    mutating func add(_ step: Step) {
        steps.append(step)
        guard case .samples(let samples, _) = step else { return }
        waiting += samples.count
        while waiting > capacity, let oldest = steps.firstIndex(where: \.isSound) {
            dropped += drop(at: oldest)
        }
    }

    mutating func next() -> Step? {
        guard let step = steps.first else { return nil }
        _ = drop(at: 0)
        return step
    }

    /// Takes back what waits of a turn.
    mutating func forget(turn: Int) {
        while let index = steps.firstIndex(where: { $0.turn == turn }) { _ = drop(at: index) }
    }

    private mutating func drop(at index: Int) -> Int {
        guard case .samples(let samples, _) = steps.remove(at: index) else { return 0 }
        waiting -= samples.count
        return samples.count
    }
}

extension EarInbox.Step {
    fileprivate var isSound: Bool {
        if case .samples = self { true } else { false }
    }
}
