/// Why a graph cannot be compiled.
package enum GraphDefect: Hashable, Sendable {
    case noEntry
    case unknownEntry(node: String)
    case duplicateNode(node: String)
    /// No path leads from the entry to the node.
    case unreachableNode(node: String)
    /// An edge leads to a node that does not exist.
    case edgeToNowhere(from: String, to: String)
    /// An edge starts at a node that does not exist.
    case edgeFromNowhere(from: String, to: String)
    /// The node may decide `next` and no edge serves it, or several serve it alike; or it may `stay` and cannot resume.
    case uncoveredOutcome(node: String, outcome: Outcome)
    /// The condition may pick a label that has no target.
    case uncoveredBranch(node: String, label: String)
    /// The node has edges but never decides `next`.
    case unusedEdges(node: String)
}

extension GraphDefect: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noEntry: "the graph has no entry"
        case .unknownEntry(let node): "the entry \(node) is not a node"
        case .duplicateNode(let node): "the node \(node) is added twice"
        case .unreachableNode(let node): "no path leads from the entry to the node \(node)"
        case .edgeToNowhere(let from, let to): "the edge \(from) → \(to) leads to no node"
        case .edgeFromNowhere(let from, let to): "the edge \(from) → \(to) starts at no node"
        case .uncoveredOutcome(let node, let outcome):
            "the node \(node) may decide \(outcome.rawValue), but nothing says how it goes on"
        case .uncoveredBranch(let node, let label): "the edge \(node) → (\(label)) has no target"
        case .unusedEdges(let node): "the node \(node) has edges but never decides to follow one"
        }
    }
}
