/// The shape of a graph, for programs that draw it: `{"entry", "nodes": [{"name", "waits", "ends"}], "edges": [{"from",
/// "to", "label"}]}`. Edges without a label are always taken.
package struct GraphOutline: Hashable, Sendable, Encodable {
    package struct Node: Hashable, Sendable, Encodable {
        package let name: String
        /// Whether an execution can wait here for its next event.
        package let waits: Bool
        /// Whether it can end here.
        package let ends: Bool
    }

    package struct Edge: Hashable, Sendable, Encodable {
        package let from: String
        package let to: String
        package let label: String?
    }

    package let entry: String
    package let nodes: [Node]
    package let edges: [Edge]
}
