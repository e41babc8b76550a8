package import FoundationEssentials

/// A graph that was checked and can run. A value without state: one serves any number of executions.
package struct CompiledGraph<State: Sendable, Event: GraphEvent, Effect: Sendable>: Sendable {
    let entry: String
    let order: [String]
    let nodes: [String: GraphNode<State, Event, Effect>]
    let edges: [String: GraphEdges<State>]
    private let reducers: FieldReducers<State>
    private let recursionLimit: Int

    init(entry: String, graph: StateGraph<State, Event, Effect>) {
        self.entry = entry
        order = graph.nodes.map(\.name)
        nodes = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.name, $0) })
        edges = graph.edges
        reducers = graph.reducers
        recursionLimit = graph.recursionLimit
    }

    /// Runs from an event to the next wait or the end.
    ///
    /// An event that answers a request nobody waits for changes nothing and asks for nothing.
    package func step(
        _ execution: Execution<State>, _ event: Event, now: Date
    ) throws(ExecutionError) -> Step<State, Effect> {
        var execution = execution
        if let answered = event.answers {
            guard execution.pending.remove(answered) != nil else { return Step(execution: execution, requests: []) }
        }
        var visit = Visit<State, Event, Effect>(
            state: execution.state, event: event, time: now, reducers: reducers, nextRequest: execution.nextRequest)
        (execution.waitingAt, execution.path) = try run(
            from: execution.waitingAt ?? entry, isWaiting: execution.waitingAt != nil, &visit)
        execution.state = visit.state
        execution.nextRequest = visit.nextRequest
        execution.pending.formUnion(visit.requests.compactMap(\.id))
        return Step(execution: execution, requests: visit.requests)
    }

    /// Visits nodes until one waits or ends: where it waits, and the way there.
    private func run(
        from start: String, isWaiting: Bool, _ visit: inout Visit<State, Event, Effect>
    ) throws(ExecutionError) -> (waitingAt: String?, path: [String]) {
        var path: [String] = []
        var current = start
        var isWaiting = isWaiting
        while path.count < recursionLimit {
            guard let node = nodes[current] else { throw .unknownNode(current) }
            path.append(current)
            let outcome = isWaiting ? (node.resume ?? node.enter)(&visit) : node.enter(&visit)
            isWaiting = false
            guard node.outcomes.contains(outcome) else {
                throw .undeclaredOutcome(node: current, outcome: outcome)
            }
            switch outcome {
            case .stay: return (current, path)
            case .finish: return (nil, path)
            case .next: current = route(from: current, visit.state)
            }
        }
        throw .recursionLimit(recursionLimit, node: current)
    }

    private func route(from: String, _ state: State) -> String {
        if let branches = edges[from]?.branches {
            let label = branches.choose(state)
            guard let branch = branches.targets.first(where: { $0.label == label }) else {
                preconditionFailure("compile() accepted the node \(from) without a target for \(label)")
            }
            return branch.target
        }
        guard let target = edges[from]?.targets.first else {
            preconditionFailure("compile() accepted the node \(from) without an edge to route along")
        }
        return target
    }
}
