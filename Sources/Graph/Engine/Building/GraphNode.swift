/// A node as it was added: what it does and what it may decide.
struct GraphNode<State: Sendable, Event: GraphEvent, Effect: Sendable>: Sendable {
    typealias Run = @Sendable (inout Visit<State, Event, Effect>) -> Outcome

    let name: String
    let outcomes: Set<Outcome>
    /// Runs when an execution comes here along an edge.
    let enter: Run
    /// Runs when an execution that waits here gets its event; `nil` for a node that never waits.
    let resume: Run?
    /// The subgraph it belongs to, and is left by its `finish`.
    var subgraph: String?
}
