import FoundationEssentials
import Timing

extension Stepper {
    /// Takes what a node asked for: it goes out with the step, and what is to be answered is waited for.
    mutating func collect(
        _ record: inout VisitRecord<Effect>, of node: CompiledNode<State, Event, Effect>, _ cursor: Int
    ) throws(ExecutionError) {
        guard !record.isEmpty else { return }
        for request in record.requests {
            requests.append(request)
            if graph.isTraced { trace(request, node.name) }
            guard let id = request.id else { continue }
            execution.open.append(
                OpenRequest(
                    id: id, effect: request.effect, node: node.name, cursor: cursor,
                    deadline: node.policy.timeout.map { time.addingTimeInterval($0.inSeconds) }))
        }
        for var interrupt in record.interrupts {
            interrupt.node = node.name
            interrupt.cursor = cursor
            execution.ask(interrupt)
            if graph.isTraced { trace(interrupt) }
        }
        record.clear()
        let limit = Execution<State, Effect>.requestLimit
        guard execution.open.count + execution.interrupts.count <= limit else { throw .tooManyRequests(limit) }
    }

    /// An answer has come: a failure may be tried again, anything else goes to where it is waited for.
    mutating func answer(_ index: Int, _ event: Event) throws(ExecutionError) {
        if event.failure != nil, try pause(index) { return }
        let request = execution.open.remove(at: index)
        try resume(request.cursor, event)
    }

    /// A person has decided.
    mutating func decide(_ index: Int, _ decision: Decision) throws(ExecutionError) {
        let interrupt = execution.interrupts[index]
        guard let event = Event.telling(decision, on: interrupt.id) else { throw .noEvent(node: interrupt.node) }
        execution.interrupts[index].state = .decided(decision)
        if graph.isTraced {
            var happened = TraceEvent(.decided, interrupt.node)
            happened.request = interrupt.id
            happened.choice = decision.choice
            trace.append(happened)
        }
        try resume(interrupt.cursor, event, decision)
    }

    /// Time has run out for something, if it is still waited for.
    mutating func fire(_ id: RequestID) throws(ExecutionError) {
        if let index = execution.open.firstIndex(where: { $0.id == id }) {
            if execution.open[index].retryAt != nil { return try repeatRequest(index) }
            if try pause(index) { return }
            let request = execution.open.remove(at: index)
            try resume(request.cursor, try event(.timedOut, id, request.node))
        } else if let index = execution.gatherings.firstIndex(where: { $0.id == id }) {
            let event = try event(.timedOut, id, execution.gatherings[index].node)
            try run(join(at: index), event)
        } else if let index = execution.interrupts.firstIndex(where: { $0.id == id && $0.isPending }) {
            let interrupt = execution.interrupts[index]
            execution.interrupts[index].state = .expired
            try resume(interrupt.cursor, try event(.expired, id, interrupt.node))
        }
    }

    private func event(_ failure: RequestFailure, _ id: RequestID, _ node: String) throws(ExecutionError) -> Event {
        guard let event = Event.telling(failure, of: id) else { throw .noEvent(node: node) }
        return event
    }

    /// Plans the next attempt of a request; false when it has had all of them.
    private mutating func pause(_ index: Int) throws(ExecutionError) -> Bool {
        let request = execution.open[index]
        let retry = try policy(of: request).retry
        guard request.attempt < retry.attempts else { return false }
        // A second failure of the same attempt changes nothing.
        guard request.retryAt == nil else { return true }
        if graph.isTraced {
            var event = TraceEvent(.retried, request.node)
            event.request = request.id
            event.attempt = request.attempt + 1
            trace.append(event)
        }
        execution.open[index].retryAt = time.addingTimeInterval(retry.pause(after: request.attempt).inSeconds)
        return true
    }

    /// Makes a request again: the same effect under the same number.
    private mutating func repeatRequest(_ index: Int) throws(ExecutionError) {
        let timeout = try policy(of: execution.open[index]).timeout
        execution.open[index].attempt += 1
        execution.open[index].retryAt = nil
        execution.open[index].deadline = timeout.map { time.addingTimeInterval($0.inSeconds) }
        let open = execution.open[index]
        let request = Request(id: open.id, effect: open.effect, attempt: open.attempt)
        requests.append(request)
        if graph.isTraced { trace(request, open.node) }
    }

    private func policy(of request: OpenRequest<Effect>) throws(ExecutionError) -> WaitPolicy {
        guard let node = graph.position(of: request.node) else { throw .unknownNode(request.node) }
        return graph.nodes[node].policy
    }
}
