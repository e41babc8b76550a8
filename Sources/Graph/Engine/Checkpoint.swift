package import FoundationEssentials

/// An execution as it was after a step.
package struct Checkpoint<State: Sendable>: Sendable {
    /// Counts from 1.
    package let sequence: Int
    /// The checkpoint the step started from; `nil` for the first. Two checkpoints with one parent are a fork.
    package let parent: Int?
    package let at: Date
    package let execution: Execution<State>
}
