/// One run of a graph: its state, and where it waits.
package struct Execution<State: Sendable>: Sendable {
    package var state: State
    /// The node that gets the next event; `nil` when the next event starts at the entry.
    package internal(set) var waitingAt: String?
    /// The requests whose answers are still to come.
    package internal(set) var pending: Set<RequestID> = []
    /// The nodes the last step visited, in order.
    package internal(set) var path: [String] = []
    /// The checkpoint this execution was recorded as, if it was.
    package internal(set) var checkpoint: Int?

    var nextRequest = 1

    package init(_ state: State) {
        self.state = state
    }

    /// Lets a request go: its answer will be ignored.
    package mutating func abandon(_ id: RequestID) {
        pending.remove(id)
    }

    /// Forgets what was waited for: the next event starts at the entry.
    package mutating func restart() {
        waitingAt = nil
        pending = []
    }
}

extension Execution: Equatable where State: Equatable {}
