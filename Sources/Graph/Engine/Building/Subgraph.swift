/// A graph that is a node of another. Its nodes were lifted as `name/node`; the node `name` is the way out.
struct Subgraph: Sendable {
    let name: String
    /// The first node inside, by its lifted name; `nil` when the subgraph has no entry.
    let entry: String?
}
