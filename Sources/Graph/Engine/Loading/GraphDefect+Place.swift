import Document

extension GraphDefect {
    /// Where in a document the defect is: the edge, if it is one's, or else the node.
    func place(in document: DocumentValue) -> (line: Int?, path: DocumentPath) {
        let (node, target) = subject
        guard let node else { return Self.place(of: document["entry"]) }
        if isOfEdge, let edge = edge(from: node, to: target, in: document) { return Self.place(of: edge) }
        let entries = document["nodes"].entries
        // What is wrong within a subgraph is told of the node that is the subgraph.
        let entry = entries.first { $0.key == node } ?? entries.first { node.hasPrefix($0.key + "/") }
        guard let entry else { return Self.place(of: document["nodes"]) }
        return (entry.position?.line, entry.value.path)
    }

    private static func place(of value: DocumentValue) -> (line: Int?, path: DocumentPath) {
        (value.position?.line, value.path)
    }

    private func edge(from node: String, to target: String?, in document: DocumentValue) -> DocumentValue? {
        let edges = document["edges"].elements.filter { $0["from"].string == node }
        let exact = edges.first { edge in
            guard let target else { return false }
            let ends = [edge["to"], edge["join"]] + edge["to"].entries.map(\.value) + edge["fan_out"].elements
            return ends.contains { $0.string == target }
        }
        return exact ?? edges.first
    }

    /// The node it is about, and what it leads to; no node: it is about the entry.
    private var subject: (node: String?, target: String?) {
        switch self {
        case .noEntry, .unknownEntry: (nil, nil)
        case .edgeToNowhere(let from, let to), .edgeFromNowhere(let from, let to): (from, to)
        case .duplicateBranch(let node, let branch), .branchMissesJoin(let node, let branch, _),
            .branchEnds(let node, let branch, _):
            (node, branch)
        case .noEntryInside(let node), .duplicateNode(let node), .unreachableNode(let node), .unusedEdges(let node),
            .uncoveredOutcome(let node, _), .uncoveredBranch(let node, _), .emptyFanOut(let node),
            .unsoundPolicy(let node), .unusedPolicy(let node), .silentDeadline(let node):
            (node, nil)
        }
    }

    private var isOfEdge: Bool {
        switch self {
        case .edgeToNowhere, .edgeFromNowhere, .uncoveredBranch, .unusedEdges, .emptyFanOut, .duplicateBranch,
            .branchMissesJoin, .branchEnds:
            true
        default: false
        }
    }
}
