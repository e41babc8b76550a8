extension StateGraph {
    /// What is wrong with fan-outs whose nodes exist.
    func fanOutDefects(_ names: Set<String>) -> [GraphDefect] {
        edges.sorted { $0.key < $1.key }.flatMap { from, edges in
            edges.fanOuts.flatMap { defects(of: $0, from: from, names) }
        }
    }

    private func defects(of fanOut: FanOut, from node: String, _ names: Set<String>) -> [GraphDefect] {
        var found: [GraphDefect] = []
        if fanOut.branches.isEmpty { found.append(.emptyFanOut(node: node)) }
        if let within = fanOut.within {
            if within < .zero { found.append(.unsoundPolicy(node: node)) }
            if !Event.tellsOfFailures { found.append(.silentDeadline(node: node)) }
        }
        var seen: Set<String> = []
        for branch in fanOut.branches {
            if !seen.insert(branch).inserted { found.append(.duplicateBranch(node: node, branch: branch)) }
            guard names.contains(branch), names.contains(fanOut.join) else { continue }
            found += defects(of: branch, from: node, to: fanOut.join)
        }
        return found
    }

    private func defects(of branch: String, from node: String, to join: String) -> [GraphDefect] {
        let (start, end) = (resolved(branch), resolved(join))
        let reached = reachable(from: start, until: end)
        guard start != end, reached.contains(end) else {
            return [.branchMissesJoin(node: node, branch: branch, join: join)]
        }
        let ends = nodes.filter {
            $0.name != end && $0.subgraph == nil && $0.outcomes.contains(.finish) && reached.contains($0.name)
        }
        return ends.map { .branchEnds(node: node, branch: branch, at: $0.name) }
    }
}
