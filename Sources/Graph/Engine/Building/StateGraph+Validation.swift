extension StateGraph {
    /// Everything that is wrong, in a stable order.
    func defects() -> [GraphDefect] {
        let names = Set(nodes.map(\.name))
        return entryDefects(names) + duplicates() + edgeDefects(names) + nodes.flatMap(outcomeDefects)
            + fanOutDefects(names) + policyDefects() + unreachable()
    }

    /// Every node that a node can lead to.
    func successors(of node: GraphNode<State, Event, Effect>) -> [String] {
        let reachable = edges[node.name]?.reachable.map(resolved) ?? []
        guard let subgraph = node.subgraph, node.outcomes.contains(.finish) else { return reachable }
        return reachable + [subgraph]
    }

    private func entryDefects(_ names: Set<String>) -> [GraphDefect] {
        var found = subgraphs.filter { $0.entry == nil }.map { GraphDefect.noEntryInside(subgraph: $0.name) }
        found += subgraphs.compactMap(\.entry).filter { !names.contains($0) }.map { .unknownEntry(node: $0) }
        guard let entry else { return [.noEntry] + found }
        return names.contains(entry) ? found : [.unknownEntry(node: entry)] + found
    }

    private func duplicates() -> [GraphDefect] {
        var seen: Set<String> = []
        return nodes.map(\.name).filter { !seen.insert($0).inserted }.map { .duplicateNode(node: $0) }
    }

    private func edgeDefects(_ names: Set<String>) -> [GraphDefect] {
        var found: [GraphDefect] = []
        for (from, edges) in edges.sorted(by: { $0.key < $1.key }) {
            for target in edges.reachable + edges.fanOuts.map(\.join) {
                if !names.contains(from) { found.append(.edgeFromNowhere(from: from, to: target)) }
                if !names.contains(target) { found.append(.edgeToNowhere(from: from, to: target)) }
            }
            for branch in edges.conditions.flatMap(\.branches) where branch.target == nil {
                found.append(.uncoveredBranch(node: from, label: branch.label))
            }
        }
        return found
    }

    private func outcomeDefects(of node: GraphNode<State, Event, Effect>) -> [GraphDefect] {
        let edges = edges[node.name] ?? GraphEdges()
        var found: [GraphDefect] = []
        if node.outcomes.contains(.next), edges.ways != 1 {
            found.append(.uncoveredOutcome(node: node.name, outcome: .next))
        }
        if node.outcomes.contains(.stay), node.resume == nil {
            found.append(.uncoveredOutcome(node: node.name, outcome: .stay))
        }
        if node.outcomes.contains(.fanOut), edges.fanOuts.count != 1 {
            found.append(.uncoveredOutcome(node: node.name, outcome: .fanOut))
        }
        let isIdle =
            edges.ways > 0 && !node.outcomes.contains(.next)
            || !edges.fanOuts.isEmpty && !node.outcomes.contains(.fanOut)
        return isIdle ? found + [.unusedEdges(node: node.name)] : found
    }

    private func policyDefects() -> [GraphDefect] {
        var found: [GraphDefect] = []
        for (name, policy) in policies.sorted(by: { $0.key < $1.key }) {
            if !policy.isSound { found.append(.unsoundPolicy(node: name)) }
            if !nodes.contains(where: { $0.name == name && $0.outcomes.contains(.stay) }) {
                found.append(.unusedPolicy(node: name))
            }
            if policy.timeout != nil, !Event.tellsOfFailures { found.append(.silentDeadline(node: name)) }
        }
        return found
    }

    private func unreachable() -> [GraphDefect] {
        guard let entry else { return [] }
        let reached = reachable(from: resolved(entry))
        return nodes.map(\.name).filter { !reached.contains($0) }.map { .unreachableNode(node: $0) }
    }

    /// The node and all that can come after it, without passing `end`.
    func reachable(from start: String, until end: String? = nil) -> Set<String> {
        let byName = Dictionary(nodes.map { ($0.name, $0) }) { first, _ in first }
        var reached: Set<String> = []
        var open = [start]
        while let name = open.popLast() {
            guard reached.insert(name).inserted, name != end, let node = byName[name] else { continue }
            open += successors(of: node)
        }
        return reached
    }
}
