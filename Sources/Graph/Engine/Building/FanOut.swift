/// An edge to several nodes at once, and the node where their ways meet again.
struct FanOut: Sendable {
    /// The first node of every branch, in the order they run.
    let branches: [String]
    /// The same as the author of the graph called them; a subgraph's author does not know where it is put.
    let names: [String]
    let join: String
    /// How long the join waits for the branches; `nil`: for ever.
    let within: Duration?
}
