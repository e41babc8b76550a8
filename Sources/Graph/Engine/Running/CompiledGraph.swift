package import FoundationEssentials

/// A graph that was checked and can run. A value without state: one serves any number of executions.
package struct CompiledGraph<State: Sendable, Event: GraphEvent, Effect: Sendable>: Sendable {
    /// As it was built.
    let source: StateGraph<State, Event, Effect>
    let nodes: [CompiledNode<State, Event, Effect>]
    let entry: Int
    private let positions: [String: Int]
    /// Whether steps say what happened in them. It costs time; see `Step.trace`.
    package var isTraced = false

    /// - Parameter source: A graph without defects.
    init(entry: String, graph source: StateGraph<State, Event, Effect>) {
        self.source = source
        let names = source.nodes.map(\.name)
        let positions = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        let place = { (name: String) in positions[source.resolved(name)] ?? 0 }
        self.positions = positions
        self.entry = place(entry)
        nodes = source.nodes.map { node in
            let edges = source.edges[node.name] ?? GraphEdges()
            return CompiledNode(
                node, policy: source.policies[node.name] ?? WaitPolicy(), way: edges.way(place),
                spread: edges.fanOuts.first.map { fanOut in
                    .init(
                        branches: fanOut.branches.map(place), names: fanOut.names, join: place(fanOut.join),
                        within: fanOut.within)
                },
                exit: node.subgraph.flatMap { positions[$0] })
        }
    }

    /// The same graph, with steps that say what happened in them.
    package var traced: Self {
        var graph = self
        graph.isTraced = true
        return graph
    }

    /// The position of a node; `nil` when there is none of that name.
    func position(of name: String) -> Int? { positions[name] }

    /// Runs from an event to the next wait or the end.
    ///
    /// An event that answers a request goes to where it is waited for; when it is not, it changes nothing and asks for
    /// nothing. Any other event goes to the oldest place that waits for no answer in particular, and else starts a new run
    /// at the entry. So somebody can go on talking while another matter waits.
    package func step(
        _ execution: Execution<State, Effect>, _ event: Event, now: Date
    ) throws(ExecutionError) -> Step<State, Effect> {
        var stepper = Stepper(self, execution, at: now)
        if let id = event.answers {
            guard let index = execution.open.firstIndex(where: { $0.id == id }) else {
                return Step(unchanged: execution)
            }
            try stepper.answer(index, event)
        } else {
            try stepper.deliver(event)
        }
        return stepper.step
    }

    /// Lets time pass: makes requests again whose pause is over, and tells nodes of what ran out of time.
    ///
    /// Before `execution.deadline` this changes nothing.
    package func wake(
        _ execution: Execution<State, Effect>, now: Date
    ) throws(ExecutionError) -> Step<State, Effect> {
        let due = execution.timers.filter { $0.at <= now }
        guard !due.isEmpty else { return Step(unchanged: execution) }
        var stepper = Stepper(self, execution, at: now)
        for timer in due { try stepper.fire(timer.id) }
        return stepper.step
    }
}

extension GraphEdges {
    /// Where `next` leads, once every name has a position.
    fileprivate func way<Event, Effect>(_ place: (String) -> Int) -> CompiledNode<State, Event, Effect>.Way {
        if let target = targets.first { return .always(place(target)) }
        guard let condition = conditions.first else { return .nowhere }
        return .chosen(condition.choose, targets: condition.branches.map { $0.target.map(place) ?? 0 })
    }
}
