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

    /// The node an event starts at when nothing waits for it.
    package var entry: String?
    /// How many nodes one event may visit.
    package var recursionLimit: Int
    /// Counts up when checkpoints of older executions are of no use any more.
    package var version = 1

    var nodes: [GraphNode<State, Event, Effect>] = []
    var edges: [String: GraphEdges<State>] = [:]
    var policies: [String: WaitPolicy] = [:]
    var subgraphs: [Subgraph] = []
    var reducers = FieldReducers()

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

    /// Adds a node that never waits; `may` lists every kind of outcome it can decide.
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

    /// Says how long a node waits for each answer, and how often it asks. Without this it waits for ever and asks once.
    ///
    /// When the last attempt has failed or was not answered in time, the node resumes with the failure.
    package mutating func setPolicy(of node: String, timeout: Duration? = nil, retry: RetryPolicy = .none) {
        policies[node] = WaitPolicy(timeout: timeout, retry: retry)
    }

    /// Adds an unconditional edge.
    package mutating func addEdge(_ from: String, to target: String) {
        edges[from, default: GraphEdges()].targets.append(target)
    }

    /// Adds a conditional edge: `choose` picks a label, the label has a target.
    package mutating func addEdges<Label: RawRepresentable<String> & CaseIterable & Hashable & Sendable>(
        from: String, to targets: [Label: String], choose: @escaping @Sendable (State) -> Label
    ) {
        let labels = Array(Label.allCases)
        let positions = Dictionary(labels.enumerated().map { ($1, $0) }) { first, _ in first }
        edges[from, default: GraphEdges()].conditions.append(
            .init(branches: labels.map { ($0.rawValue, targets[$0]) }, choose: { positions[choose($0)] }))
    }

    /// Adds an edge to several nodes: on `fanOut` they run in this order, each until it waits or comes to the join. The join
    /// runs once, when all have come or when `within` has passed, and sees who is missing; who is late is dropped.
    package mutating func addFanOut(from: String, to branches: [String], join: String, within: Duration? = nil) {
        edges[from, default: GraphEdges()].fanOuts.append(
            FanOut(branches: branches, names: branches, join: join, within: within))
    }

    /// Checks the graph and fixes it.
    package func compile() throws(InvalidGraph) -> CompiledGraph<State, Event, Effect> {
        let found = defects()
        guard found.isEmpty, let entry else { throw InvalidGraph(defects: found) }
        return CompiledGraph(entry: entry, graph: self)
    }
}
