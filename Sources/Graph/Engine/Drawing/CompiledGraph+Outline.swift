import Timing

extension CompiledGraph {
    /// Nodes in the order they were added, and their edges. A subgraph's nodes come before the node that leaves it.
    package var outline: GraphOutline {
        GraphOutline(
            entry: nodes[entry].name, recursionLimit: source.recursionLimit,
            nodes: zip(source.nodes, nodes).map(outline), edges: nodes.flatMap { edges(from: $0.name) },
            fanOuts: nodes.flatMap { node in
                (source.edges[node.name]?.fanOuts ?? []).map { fanOut in
                    GraphOutline.FanOut(
                        from: node.name, to: fanOut.branches.map(source.resolved), join: source.resolved(fanOut.join),
                        within: fanOut.within?.inSeconds)
                }
            })
    }

    private func outline(
        _ node: GraphNode<State, Event, Effect>, _ compiled: CompiledNode<State, Event, Effect>
    ) -> GraphOutline.Node {
        let attempts = compiled.policy.retry.attempts
        return GraphOutline.Node(
            name: node.name, waits: node.outcomes.contains(.stay), ends: node.outcomes.contains(.finish),
            subgraph: node.subgraph, timeout: compiled.policy.timeout?.inSeconds,
            attempts: attempts > 1 ? attempts : nil)
    }

    private func edges(from name: String) -> [GraphOutline.Edge] {
        let edges = source.edges[name] ?? GraphEdges()
        return edges.targets.map { GraphOutline.Edge(from: name, to: source.resolved($0), label: nil) }
            + edges.conditions.flatMap(\.branches).compactMap { branch in
                branch.target.map { GraphOutline.Edge(from: name, to: source.resolved($0), label: branch.label) }
            }
    }
}
