/// A node of a graph that was checked: its neighbours are positions, not names. Never changes; a class, because steps pass
/// it around and copying it would cost more than visiting it.
final class CompiledNode<State: Sendable, Event: GraphEvent, Effect: Sendable>: Sendable {
    /// Where `next` leads.
    enum Way: Sendable {
        case nowhere
        case always(Int)
        /// The target by the position of the label.
        case chosen(@Sendable (State) -> Int?, targets: [Int])
    }

    /// Where `fanOut` leads.
    struct Spread: Sendable {
        let branches: [Int]
        /// The branches as the author of the graph called them.
        let names: [String]
        let join: Int
        let within: Duration?
    }

    let name: String
    /// The bits of what it may decide.
    let outcomes: UInt8
    let enter: GraphNode<State, Event, Effect>.Run
    let resume: GraphNode<State, Event, Effect>.Run?
    let policy: WaitPolicy
    let way: Way
    let spread: Spread?
    /// Where `finish` leads out of a subgraph; `nil` when it ends the run.
    let exit: Int?

    init(_ node: GraphNode<State, Event, Effect>, policy: WaitPolicy, way: Way, spread: Spread?, exit: Int?) {
        name = node.name
        outcomes = node.outcomes.reduce(0) { $0 | $1.bit }
        enter = node.enter
        resume = node.resume
        self.policy = policy
        self.way = way
        self.spread = spread
        self.exit = exit
    }
}
