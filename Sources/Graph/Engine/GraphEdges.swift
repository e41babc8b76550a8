/// What leaves a node.
struct GraphEdges<State: Sendable>: Sendable {
    /// A conditional edge: branches by label, and the choice among them.
    struct Branches: Sendable {
        /// Label and target, in the order of the label type's cases.
        let targets: [(label: String, target: String)]
        /// Labels that no target was given for.
        let uncovered: [String]
        let choose: @Sendable (State) -> String
    }

    /// Unconditional edges: one, if the graph compiles.
    var targets: [String] = []
    var branches: Branches?

    /// Every node this one can lead to, each once.
    var reachable: [String] {
        var seen: Set<String> = []
        return (targets + (branches?.targets.map(\.target) ?? [])).filter { seen.insert($0).inserted }
    }
}
