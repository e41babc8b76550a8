extension StateGraph {
    /// Adds a graph as a node. It works on one field of the state and has its own reducers; its nodes are called
    /// `name/node`. Edges that lead to `name` lead to its entry, and its `finish` leads along the edges of `name`, or ends
    /// the whole run when `outcome` is `finish`.
    package mutating func addSubgraph<Sub: Sendable>(
        _ name: String, subgraph: StateGraph<Sub, Event, Effect>,
        on field: any WritableKeyPath<State, Sub> & Sendable, then outcome: Outcome = .next
    ) {
        let inside = { (node: String) in "\(name)/\(node)" }
        subgraphs.append(Subgraph(name: name, entry: subgraph.entry.map(inside)))
        subgraphs += subgraph.subgraphs.map { Subgraph(name: inside($0.name), entry: $0.entry.map(inside)) }
        nodes += subgraph.nodes.map { node in
            GraphNode(
                name: inside(node.name), outcomes: node.outcomes,
                enter: lift(node.enter, to: field, subgraph.reducers),
                resume: node.resume.map { lift($0, to: field, subgraph.reducers) },
                subgraph: node.subgraph.map(inside) ?? name)
        }
        nodes.append(GraphNode(name: name, outcomes: [outcome], enter: { _ in outcome }, resume: nil))
        for (node, edges) in subgraph.edges { self.edges[inside(node)] = edges.lifted(to: field, inside) }
        for (node, policy) in subgraph.policies { policies[inside(node)] = policy }
    }

    /// Where an edge to a name leads: into a subgraph, if it names one.
    func resolved(_ name: String) -> String {
        var name = name
        while let subgraph = subgraphs.first(where: { $0.name == name }), let entry = subgraph.entry, entry != name {
            name = entry
        }
        return name
    }

    private func lift<Sub: Sendable>(
        _ run: @escaping GraphNode<Sub, Event, Effect>.Run, to field: any WritableKeyPath<State, Sub> & Sendable,
        _ reducers: FieldReducers
    ) -> GraphNode<State, Event, Effect>.Run {
        { outer in outer.inside(field, reducers, run) }
    }
}

extension GraphEdges {
    /// The edges in a graph whose state has this one's in a field.
    func lifted<Outer: Sendable>(
        to field: any WritableKeyPath<Outer, State> & Sendable, _ name: (String) -> String
    ) -> GraphEdges<Outer> {
        GraphEdges<Outer>(
            targets: targets.map(name),
            conditions: conditions.map { condition in
                .init(
                    branches: condition.branches.map { ($0.label, $0.target.map(name)) },
                    choose: { condition.choose($0[keyPath: field]) })
            },
            fanOuts: fanOuts.map {
                FanOut(branches: $0.branches.map(name), names: $0.names, join: name($0.join), within: $0.within)
            })
    }
}
