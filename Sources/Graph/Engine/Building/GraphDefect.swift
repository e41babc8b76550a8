/// Why a graph cannot be compiled.
package enum GraphDefect: Hashable, Sendable {
    case noEntry
    case unknownEntry(node: String)
    /// The subgraph has no entry.
    case noEntryInside(subgraph: String)
    case duplicateNode(node: String)
    /// No path leads from the entry to the node.
    case unreachableNode(node: String)
    /// An edge leads to a node that does not exist.
    case edgeToNowhere(from: String, to: String)
    /// An edge starts at a node that does not exist.
    case edgeFromNowhere(from: String, to: String)
    /// Nothing, or more than one thing, says how the node goes on after the outcome.
    case uncoveredOutcome(node: String, outcome: Outcome)
    /// The condition may pick a label that has no target.
    case uncoveredBranch(node: String, label: String)
    /// The node has edges that none of its outcomes follows.
    case unusedEdges(node: String)
    case emptyFanOut(node: String)
    case duplicateBranch(node: String, branch: String)
    /// No path leads from the branch to the join.
    case branchMissesJoin(node: String, branch: String, join: String)
    /// The branch may come to an end at a node before it comes to the join.
    case branchEnds(node: String, branch: String, at: String)
    /// A timeout or a deadline below zero, or a retry that makes no sense.
    case unsoundPolicy(node: String)
    /// A timeout or retry of a node that does not exist or never waits.
    case unusedPolicy(node: String)
    /// The node has a deadline, and no event of this type can tell that it has passed.
    case silentDeadline(node: String)
}

extension GraphDefect: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noEntry: "the graph has no entry"
        case .unknownEntry(let node): "the entry \(node) is not a node"
        case .noEntryInside(let subgraph): "the subgraph \(subgraph) has no entry"
        case .duplicateNode(let node): "the node \(node) is added twice"
        case .unreachableNode(let node): "no path leads from the entry to the node \(node)"
        case .edgeToNowhere(let from, let to): "the edge \(from) → \(to) leads to no node"
        case .edgeFromNowhere(let from, let to): "the edge \(from) → \(to) starts at no node"
        case .uncoveredOutcome(let node, let outcome):
            "the node \(node) may decide \(outcome.rawValue), but not exactly one thing says how it goes on"
        case .uncoveredBranch(let node, let label): "the edge \(node) → (\(label)) has no target"
        case .unusedEdges(let node): "the node \(node) has edges but never decides to follow them"
        case .emptyFanOut(let node): "the fan-out of \(node) has no branches"
        case .duplicateBranch(let node, let branch): "the fan-out of \(node) has the branch \(branch) twice"
        case .branchMissesJoin(let node, let branch, let join):
            "the branch \(node) → \(branch) never comes to its join \(join)"
        case .branchEnds(let node, let branch, let end):
            "the branch \(node) → \(branch) may end at \(end) before it comes to its join"
        case .unsoundPolicy(let node): "a timeout, deadline or retry of \(node) is out of range"
        case .unusedPolicy(let node): "the timeout or retry of \(node) is of no use: no such node waits"
        case .silentDeadline(let node): "\(node) has a deadline, but no event can tell that it has passed"
        }
    }
}
