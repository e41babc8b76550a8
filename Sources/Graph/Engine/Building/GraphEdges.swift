/// What leaves a node.
struct GraphEdges<State: Sendable>: Sendable {
    /// A conditional edge: branches by label, and the choice among them.
    struct Condition: Sendable {
        /// Labels in their own order, and where they lead; `nil` where nothing was given.
        var branches: [(label: String, target: String?)]
        /// The position of a label; `nil` for one that is none.
        let choose: @Sendable (State) -> Int?
    }

    /// Unconditional edges: one at most, if the graph compiles.
    var targets: [String] = []
    /// Conditional edges: one at most, if the graph compiles.
    var conditions: [Condition] = []
    /// Fan-outs: one at most, if the graph compiles.
    var fanOuts: [FanOut] = []

    /// How many edges say where `next` leads.
    var ways: Int { targets.count + conditions.count }

    /// Every node that `next` can lead to, each once.
    var afterNext: [String] {
        unique(targets + conditions.flatMap { $0.branches.compactMap(\.target) })
    }

    /// Every node this one can lead to, each once; a join is led to by its branches.
    var reachable: [String] {
        unique(afterNext + fanOuts.flatMap(\.branches))
    }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
