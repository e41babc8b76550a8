/// A node: what it does and what it may decide.
struct GraphNode<State: Sendable, Event: GraphEvent, Effect: Sendable>: Sendable {
    let name: String
    let outcomes: Set<Outcome>
    /// Runs when an execution comes here along an edge.
    let enter: @Sendable (inout Visit<State, Event, Effect>) -> Outcome
    /// Runs when an execution that waits here gets its event; `nil` for a node that never waits.
    let resume: (@Sendable (inout Visit<State, Event, Effect>) -> Outcome)?
}
