import DequeModule
package import FoundationEssentials

/// The newest checkpoints of a run. Holds `capacity`; the oldest gives way.
package struct Checkpoints<State: Sendable, Effect: Sendable>: Sendable {
    private var held: Deque<Checkpoint<State, Effect>> = []
    private var last = 0
    private let capacity: Int

    package init(capacity: Int = 64) {
        precondition(capacity > 0, "checkpoints need room for at least one")
        self.capacity = capacity
    }

    /// Goes on after a checkpoint that was found in a store.
    package init(after checkpoint: Checkpoint<State, Effect>, capacity: Int = 64) {
        self.init(capacity: capacity)
        last = max(0, min(checkpoint.sequence, 1 << 53))
        held.append(checkpoint)
    }

    package var count: Int { held.count }
    package var latest: Checkpoint<State, Effect>? { held.last }

    /// Remembers an execution; from then on it knows its number.
    package mutating func record(_ execution: inout Execution<State, Effect>, at time: Date) {
        last += 1
        let parent = execution.checkpoint
        execution.checkpoint = last
        if held.count == capacity { held.removeFirst() }
        held.append(Checkpoint(sequence: last, parent: parent, at: time, execution: execution))
    }

    /// The checkpoint with a number; `nil` when it never was or gave way.
    package subscript(sequence: Int) -> Checkpoint<State, Effect>? {
        guard let first = held.first?.sequence, sequence >= first, sequence <= last else { return nil }
        return held[sequence - first]
    }

    /// The execution as it was at a checkpoint. Going on from it makes a fork.
    package func execution(at sequence: Int) -> Execution<State, Effect>? { self[sequence]?.execution }

    /// The newest checkpoint that was made by then.
    package func latest(at time: Date) -> Checkpoint<State, Effect>? { held.last { $0.at <= time } }

    /// The checkpoints that followed from one: several where the run was forked.
    package func children(of sequence: Int) -> [Checkpoint<State, Effect>] { held.filter { $0.parent == sequence } }

    /// The checkpoint and what led to it, newest first, as far as it is held.
    package func history(of sequence: Int) -> [Checkpoint<State, Effect>] {
        var line: [Checkpoint<State, Effect>] = []
        var current = self[sequence]
        while let checkpoint = current {
            line.append(checkpoint)
            // A parent is older than its child; anything else was not written here.
            current = checkpoint.parent.flatMap { $0 < checkpoint.sequence ? self[$0] : nil }
        }
        return line
    }
}
