import FoundationEssentials
import Timing

/// One step under way.
struct Stepper<State: Sendable, Event: GraphEvent, Effect: Sendable> {
    /// Where a run goes next.
    struct Arrival {
        var node: Int
        let cursor: Int
        let branch: Cursor.Branch?
        var isResuming = false
        /// For a join: the branches that did not come.
        var missing: [String] = []
    }

    let graph: CompiledGraph<State, Event, Effect>
    let time: Date
    var execution: Execution<State, Effect>
    var requests: [Request<Effect>] = []
    var trace: [TraceEvent] = []
    /// Branches and joins still to run for this event, the next one last.
    var agenda: [Arrival] = []
    /// How many nodes this event may still visit.
    private var allowance = 0

    init(_ graph: CompiledGraph<State, Event, Effect>, _ execution: Execution<State, Effect>, at time: Date) {
        self.graph = graph
        self.execution = execution
        self.time = time
        self.execution.path = []
        self.execution.path.reserveCapacity(8)
    }

    var step: Step<State, Effect> { Step(execution, requests: requests, trace: trace) }

    /// Runs an event of its own accord.
    mutating func deliver(_ event: Event) throws(ExecutionError) {
        if let free = execution.free {
            return try resume(execution.cursors[free].id, event)
        }
        let cursor = execution.nextCursor
        execution.nextCursor += 1
        try run(Arrival(node: graph.entry, cursor: cursor, branch: nil), event)
    }

    /// Goes on where a place waits.
    mutating func resume(_ id: Int, _ event: Event, _ decision: Decision? = nil) throws(ExecutionError) {
        guard let cursor = execution.take(id) else { return }
        guard let node = graph.position(of: cursor.node) else { throw .unknownNode(cursor.node) }
        try run(Arrival(node: node, cursor: id, branch: cursor.branch, isResuming: true), event, decision)
    }

    /// Runs until everything that the event set off waits or has ended.
    mutating func run(_ start: Arrival, _ event: Event, _ decision: Decision? = nil) throws(ExecutionError) {
        var visit = Visit<State, Event, Effect>(
            execution.state, event, decision: decision, at: time, reducers: graph.source.reducers,
            record: VisitRecord(isTraced: graph.isTraced, nextNumber: execution.nextNumber))
        allowance = graph.source.recursionLimit
        var next: Arrival? = start
        while let arrival = next ?? agenda.popLast() {
            next = try pass(arrival, &visit)
        }
        execution.state = visit.state
        execution.nextNumber = visit.record.nextNumber
    }

    /// Visits one node; where its run goes on, if it goes on at once.
    private mutating func pass(
        _ arrival: Arrival, _ visit: inout Visit<State, Event, Effect>
    ) throws(ExecutionError) -> Arrival? {
        let node = graph.nodes[arrival.node]
        guard allowance > 0 else { throw .recursionLimit(graph.source.recursionLimit, node: node.name) }
        allowance -= 1
        execution.path.append(node.name)
        visit.missing = arrival.missing
        if graph.isTraced { trace.append(TraceEvent(arrival.isResuming ? .resumed : .entered, node.name)) }
        let outcome = try decide(node, isResuming: arrival.isResuming, &visit)
        try collect(&visit.record, of: node, arrival.cursor)
        if graph.isTraced { traceEnd(of: node.name, outcome, &visit.record) }
        switch outcome {
        case .stay: try wait(arrival, node.name)
        case .finish:
            if let exit = node.exit { return Arrival(node: exit, cursor: arrival.cursor, branch: arrival.branch) }
            execution.release(arrival.cursor)
        case .next: return try arrive(at: target(of: node, visit.state), from: arrival)
        case .fanOut: try fanOut(node, arrival, &visit.record)
        }
        return nil
    }

    private func decide(
        _ node: CompiledNode<State, Event, Effect>, isResuming: Bool, _ visit: inout Visit<State, Event, Effect>
    ) throws(ExecutionError) -> Outcome {
        let outcome: Outcome
        if isResuming {
            guard let resume = node.resume else { throw .unknownNode(node.name) }
            outcome = resume(&visit)
        } else {
            outcome = node.enter(&visit)
        }
        guard node.outcomes & outcome.bit != 0 else { throw .undeclaredOutcome(node: node.name, outcome: outcome) }
        return outcome
    }

    private func target(
        of node: CompiledNode<State, Event, Effect>, _ state: State
    ) throws(ExecutionError) -> Int {
        switch node.way {
        case .always(let target): return target
        case .chosen(let choose, let targets):
            guard let label = choose(state), targets.indices.contains(label) else {
                throw .undeclaredLabel(node: node.name)
            }
            return targets[label]
        case .nowhere: preconditionFailure("compile() accepted the node \(node.name) without an edge to route along")
        }
    }

    private mutating func wait(_ arrival: Arrival, _ node: String) throws(ExecutionError) {
        let limit = Execution<State, Effect>.cursorLimit
        guard execution.cursors.count < limit else { throw .tooManyCursors(limit) }
        execution.put(Cursor(id: arrival.cursor, node: node, branch: arrival.branch))
    }
}
