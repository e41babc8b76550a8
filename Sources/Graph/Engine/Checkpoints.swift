import DequeModule
package import FoundationEssentials

/// The newest checkpoints of a run. Holds `capacity`; the oldest gives way.
package struct Checkpoints<State: Sendable>: Sendable {
    private var held: Deque<Checkpoint<State>> = []
    private var last = 0
    private let capacity: Int

    package init(capacity: Int = 64) {
        precondition(capacity > 0, "checkpoints need room for at least one")
        self.capacity = capacity
    }

    package var count: Int { held.count }
    package var latest: Checkpoint<State>? { held.last }

    /// Remembers an execution; from then on it knows its number.
    package mutating func record(_ execution: inout Execution<State>, at time: Date) {
        last += 1
        let parent = execution.checkpoint
        execution.checkpoint = last
        if held.count == capacity { held.removeFirst() }
        held.append(Checkpoint(sequence: last, parent: parent, at: time, execution: execution))
    }

    /// The checkpoint with a number; `nil` when it never was or gave way.
    package subscript(sequence: Int) -> Checkpoint<State>? {
        guard let first = held.first?.sequence, sequence >= first, sequence <= last else { return nil }
        return held[sequence - first]
    }

    /// The checkpoint and what led to it, newest first, as far as it is held.
    package func history(of sequence: Int) -> [Checkpoint<State>] {
        var line: [Checkpoint<State>] = []
        var current = self[sequence]
        while let checkpoint = current {
            line.append(checkpoint)
            current = checkpoint.parent.flatMap { self[$0] }
        }
        return line
    }
}
