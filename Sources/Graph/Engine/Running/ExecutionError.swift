/// Why a step failed. The execution it started from is unchanged and can be stepped again.
package enum ExecutionError: Error, Hashable, Sendable {
    /// The event visited this many nodes without waiting or ending.
    case recursionLimit(Int, node: String)
    /// The node decided something it did not declare.
    case undeclaredOutcome(node: String, outcome: Outcome)
    /// The condition behind the node picked a label it did not declare.
    case undeclaredLabel(node: String)
    /// The execution waits at a node that this graph does not have, or that never waits in it.
    case unknownNode(String)
    /// The execution would wait at more places at once than this. What waits keeps waiting.
    case tooManyCursors(Int)
    /// The execution would wait for more answers at once than this.
    case tooManyRequests(Int)
    /// No event of this graph's type can tell the node what happened.
    case noEvent(node: String)
}

extension ExecutionError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .recursionLimit(let limit, let node): "the step visited \(limit) nodes and still was not done at \(node)"
        case .undeclaredOutcome(let node, let outcome):
            "the node \(node) decided \(outcome.rawValue) without declaring it"
        case .undeclaredLabel(let node): "the condition behind \(node) picked a label it did not declare"
        case .unknownNode(let node): "the graph has no node \(node) to wait at"
        case .tooManyCursors(let limit): "the execution already waits at \(limit) places"
        case .tooManyRequests(let limit): "the execution already waits for \(limit) answers"
        case .noEvent(let node): "no event can tell \(node) what happened"
        }
    }
}
