/// A graph being built.
///
/// ```
/// var graph = StateGraph<Order, OrderEvent, OrderEffect>(entry: "price")
/// graph.reduce(\.lines, with: .append)
/// graph.addNode("price", may: [.next]) { visit in … return .next }
/// graph.addEdge("price", to: "confirm")
/// let compiled = try graph.compile()
/// ```
package struct StateGraph<State: Sendable, Event: GraphEvent, Effect: Sendable>: Sendable {
    package typealias NodeVisit = Visit<State, Event, Effect>

    /// The node an event starts at when nothing waits.
    package var entry: String?
    /// How many nodes one step may visit.
    package var recursionLimit: Int

    var nodes: [GraphNode<State, Event, Effect>] = []
    var edges: [String: GraphEdges<State>] = [:]
    var reducers = FieldReducers<State>()

    package init(entry: String? = nil, recursionLimit: Int = 25) {
        self.entry = entry
        self.recursionLimit = recursionLimit
    }

    /// Says how values written to a field join the one it has. Without a reducer they replace it.
    package mutating func reduce<Value: Sendable>(
        _ field: any WritableKeyPath<State, Value> & Sendable, with reducer: Reducer<Value>
    ) {
        reducers.set(reducer, for: field)
    }

    /// Adds a node; `may` lists every kind of outcome it can decide.
    package mutating func addNode(
        _ name: String, may outcomes: Set<Outcome>, _ run: @escaping @Sendable (inout NodeVisit) -> Outcome
    ) {
        nodes.append(GraphNode(name: name, outcomes: outcomes, enter: run, resume: nil))
    }

    /// Adds a node that can wait. `enter` runs once, when an execution comes to the node; `resume` runs for each event it
    /// waited for. What was done before a wait is therefore never done again.
    package mutating func addNode(
        _ name: String, may outcomes: Set<Outcome>, enter: @escaping @Sendable (inout NodeVisit) -> Outcome,
        resume: @escaping @Sendable (inout NodeVisit) -> Outcome
    ) {
        nodes.append(GraphNode(name: name, outcomes: outcomes, enter: enter, resume: resume))
    }

    /// Adds an unconditional edge.
    package mutating func addEdge(_ from: String, to target: String) {
        edges[from, default: GraphEdges()].targets.append(target)
    }

    /// Adds a conditional edge: `choose` picks a label, the label has a target.
    package mutating func addEdges<Label: RawRepresentable<String> & CaseIterable & Hashable & Sendable>(
        from: String, to targets: [Label: String], choose: @escaping @Sendable (State) -> Label
    ) {
        let pairs = Label.allCases.compactMap { label in targets[label].map { (label.rawValue, $0) } }
        let uncovered = Label.allCases.filter { targets[$0] == nil }.map(\.rawValue)
        edges[from, default: GraphEdges()].branches = .init(
            targets: pairs, uncovered: uncovered, choose: { choose($0).rawValue })
    }

    /// Checks the graph and fixes it.
    package func compile() throws(InvalidGraph) -> CompiledGraph<State, Event, Effect> {
        let found = defects()
        guard found.isEmpty, let entry else { throw InvalidGraph(defects: found) }
        return CompiledGraph(entry: entry, graph: self)
    }
}
