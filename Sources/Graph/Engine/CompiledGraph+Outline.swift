extension CompiledGraph {
    /// Nodes in the order they were added, and their edges.
    package var outline: GraphOutline {
        GraphOutline(
            entry: entry,
            nodes: order.map { name in
                let outcomes = nodes[name]?.outcomes ?? []
                return GraphOutline.Node(
                    name: name, waits: outcomes.contains(.stay), ends: outcomes.contains(.finish))
            },
            edges: order.flatMap { name in
                let edges = edges[name] ?? GraphEdges()
                return edges.targets.map { GraphOutline.Edge(from: name, to: $0, label: nil) }
                    + (edges.branches?.targets ?? []).map {
                        GraphOutline.Edge(from: name, to: $0.target, label: $0.label)
                    }
            })
    }
}
