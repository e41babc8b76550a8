/// Why a step failed. The execution it started from is unchanged and can be stepped again.
package enum ExecutionError: Error, Hashable, Sendable {
    /// The step visited this many nodes without waiting or ending.
    case recursionLimit(Int, node: String)
    /// The node decided something it did not declare.
    case undeclaredOutcome(node: String, outcome: Outcome)
    /// The execution waits at a node that this graph does not have.
    case unknownNode(String)
}

extension ExecutionError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .recursionLimit(let limit, let node): "the step visited \(limit) nodes and still was not done at \(node)"
        case .undeclaredOutcome(let node, let outcome):
            "the node \(node) decided \(outcome.rawValue) without declaring it"
        case .unknownNode(let node): "the graph has no node \(node)"
        }
    }
}
