extension StateGraph {
    /// Everything that is wrong, in a stable order.
    func defects() -> [GraphDefect] {
        let names = nodes.map(\.name)
        var found: [GraphDefect] = []
        if let entry {
            if !names.contains(entry) { found.append(.unknownEntry(node: entry)) }
        } else {
            found.append(.noEntry)
        }
        for (index, name) in names.enumerated() where names[..<index].contains(name) {
            found.append(.duplicateNode(node: name))
        }
        found += edgeDefects(names)
        for node in nodes { found += outcomeDefects(of: node) }
        return found + unreachable(names)
    }

    private func edgeDefects(_ names: [String]) -> [GraphDefect] {
        var found: [GraphDefect] = []
        for (from, edges) in edges.sorted(by: { $0.key < $1.key }) {
            for target in edges.reachable {
                if !names.contains(from) { found.append(.edgeFromNowhere(from: from, to: target)) }
                if !names.contains(target) { found.append(.edgeToNowhere(from: from, to: target)) }
            }
            found += (edges.branches?.uncovered ?? []).map { .uncoveredBranch(node: from, label: $0) }
        }
        return found
    }

    private func outcomeDefects(of node: GraphNode<State, Event, Effect>) -> [GraphDefect] {
        let edges = edges[node.name] ?? GraphEdges()
        var found: [GraphDefect] = []
        if node.outcomes.contains(.next), edges.branches == nil, edges.targets.count != 1 {
            found.append(.uncoveredOutcome(node: node.name, outcome: .next))
        }
        if node.outcomes.contains(.stay), node.resume == nil {
            found.append(.uncoveredOutcome(node: node.name, outcome: .stay))
        }
        if !edges.reachable.isEmpty, !node.outcomes.contains(.next) {
            found.append(.unusedEdges(node: node.name))
        }
        return found
    }

    private func unreachable(_ names: [String]) -> [GraphDefect] {
        guard let entry else { return [] }
        var reached: Set<String> = []
        var open = [entry]
        while let name = open.popLast() {
            guard reached.insert(name).inserted else { continue }
            open += edges[name]?.reachable ?? []
        }
        return names.filter { !reached.contains($0) }.map { .unreachableNode(node: $0) }
    }
}
