/// Lets one turn in at a time, in the order they came. Part of an actor: it is touched on that actor only.
///
/// Bounded: beyond `capacity` waiting turns the next is refused.
struct TurnGate {
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    var isFull: Bool { waiting.count >= capacity }

    /// Takes the gate when it is free.
    mutating func tryEnter() -> Bool {
        defer { isBusy = true }
        return !isBusy
    }

    /// Waits in line; resumed inside the gate.
    mutating func wait(_ continuation: CheckedContinuation<Void, Never>) {
        waiting.append(continuation)
    }

    /// Hands the gate to the next in line.
    mutating func leave() {
        guard !waiting.isEmpty else {
            isBusy = false
            return
        }
        waiting.removeFirst().resume()
    }
}
