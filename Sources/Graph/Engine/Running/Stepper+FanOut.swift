import FoundationEssentials
import Timing

extension Stepper {
    /// Starts the branches of a node, which run in their order before anything else does.
    mutating func fanOut(
        _ node: CompiledNode<State, Event, Effect>, _ arrival: Arrival, _ record: inout VisitRecord<Effect>
    ) throws(ExecutionError) {
        guard let spread = node.spread else {
            preconditionFailure("compile() accepted the node \(node.name) without a fan-out")
        }
        let limit = Execution<State, Effect>.cursorLimit
        guard execution.gatherings.count < limit else { throw .tooManyCursors(limit) }
        execution.release(arrival.cursor)
        let id = record.nextID()
        execution.gatherings.append(
            Gathering(
                id: id, node: node.name, cursor: arrival.cursor, branch: arrival.branch,
                missing: Array(spread.branches.indices),
                deadline: spread.within.map { time.addingTimeInterval($0.inSeconds) }))
        for (position, branch) in spread.branches.enumerated().reversed() {
            let cursor = execution.nextCursor + position
            agenda.append(
                Arrival(node: branch, cursor: cursor, branch: Cursor.Branch(gathering: id, position: position)))
        }
        execution.nextCursor += spread.branches.count
    }

    /// Goes along an edge; a branch that comes to its join ends there, and the last one opens it.
    mutating func arrive(at node: Int, from arrival: Arrival) throws(ExecutionError) -> Arrival? {
        let goesOn = Arrival(node: node, cursor: arrival.cursor, branch: arrival.branch)
        guard let branch = arrival.branch,
            let index = execution.gatherings.firstIndex(where: { $0.id == branch.gathering }),
            spread(of: execution.gatherings[index])?.join == node
        else { return goesOn }
        execution.release(arrival.cursor)
        execution.gatherings[index].missing.removeAll { $0 == branch.position }
        guard execution.gatherings[index].missing.isEmpty else { return nil }
        return try join(at: index)
    }

    /// Ends a fan-out: drops who is late and goes to the join.
    mutating func join(at index: Int) throws(ExecutionError) -> Arrival {
        let gathering = execution.gatherings.remove(at: index)
        execution.drop(branchesOf: gathering.id)
        guard let spread = spread(of: gathering) else { throw .unknownNode(gathering.node) }
        let missing = gathering.missing.filter(spread.names.indices.contains).map { spread.names[$0] }
        if graph.isTraced {
            var event = TraceEvent(.joined, graph.nodes[spread.join].name)
            event.missing = missing
            trace.append(event)
        }
        return Arrival(node: spread.join, cursor: gathering.cursor, branch: gathering.branch, missing: missing)
    }

    private func spread(of gathering: Gathering) -> CompiledNode<State, Event, Effect>.Spread? {
        graph.position(of: gathering.node).flatMap { graph.nodes[$0].spread }
    }
}
