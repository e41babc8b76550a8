/// A node: what it does and what it may decide.
struct GraphNode<State: Sendable, Event: GraphEvent, Effect: Sendable>: Sendable {
    let name: String
    let outcomes: Set<Outcome.Kind>
    let run: @Sendable (inout Visit<State, Event, Effect>) -> Outcome
}
