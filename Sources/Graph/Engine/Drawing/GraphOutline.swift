/// The shape of a graph, for programs that draw or compare it: `{"entry", "recursion_limit", "nodes": [{"name", "waits",
/// "ends", "subgraph"?, "timeout"?, "attempts"?}], "edges": [{"from", "to", "label"?}], "fan_outs": [{"from", "to": […],
/// "join", "within"?}]}`. Edges without a label are always taken; times are in seconds.
package struct GraphOutline: Hashable, Sendable, Codable {
    package struct Node: Hashable, Sendable, Codable {
        package let name: String
        /// Whether an execution can wait here for its next event.
        package let waits: Bool
        /// Whether it can end here.
        package let ends: Bool
        /// The subgraph it belongs to.
        package let subgraph: String?
        package let timeout: Double?
        /// How often its requests are made, if more than once.
        package let attempts: Int?
    }

    package struct Edge: Hashable, Sendable, Codable {
        package let from: String
        package let to: String
        package let label: String?
    }

    package struct FanOut: Hashable, Sendable, Codable {
        package let from: String
        package let to: [String]
        package let join: String
        package let within: Double?
    }

    private enum CodingKeys: String, CodingKey {
        case entry, nodes, edges
        case recursionLimit = "recursion_limit"
        case fanOuts = "fan_outs"
    }

    package let entry: String
    package let recursionLimit: Int
    package let nodes: [Node]
    package let edges: [Edge]
    package let fanOuts: [FanOut]
}
