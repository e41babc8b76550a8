package import FoundationEssentials

/// An execution as it was after a step.
package struct Checkpoint<State: Sendable, Effect: Sendable>: Sendable {
    /// Counts from 1.
    package let sequence: Int
    /// The checkpoint the step started from; `nil` for the first. Two checkpoints with one parent are a fork.
    package let parent: Int?
    package let at: Date
    package let execution: Execution<State, Effect>

    package init(sequence: Int, parent: Int?, at: Date, execution: Execution<State, Effect>) {
        self.sequence = sequence
        self.parent = parent
        self.at = at
        self.execution = execution
    }

    /// The checkpoint as something that happened.
    package var trace: TraceEvent {
        var event = TraceEvent(.checkpoint, "")
        event.sequence = sequence
        return event
    }
}

extension Checkpoint: Equatable where State: Equatable, Effect: Equatable {}
extension Checkpoint: Encodable where State: Encodable, Effect: Encodable {}
extension Checkpoint: Decodable where State: Decodable, Effect: Decodable {}
