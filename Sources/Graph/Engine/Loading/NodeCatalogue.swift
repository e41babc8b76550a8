package import Document

/// The words a graph in a document may use: kinds of nodes, conditions, and how fields are reduced.
///
/// ```
/// var catalogue = NodeCatalogue<Order, OrderEvent, OrderEffect>()
/// catalogue.add("say", parameters: .object([.required("text", .text)])) { parameters in
///     NodeBehaviour(may: [.next]) { visit in … return .next }
/// }
/// catalogue.addCondition("size") { (order: Order) -> Size in order.size }
/// ```
package struct NodeCatalogue<State: Sendable, Event: GraphEvent, Effect: Sendable>: Sendable {
    package typealias Graph = StateGraph<State, Event, Effect>

    /// A kind of node: what it is told, and how it gets into a graph.
    struct Kind: Sendable {
        let parameters: Schema
        let add: @Sendable (inout Graph, _ name: String, _ parameters: JSON) -> Void
    }

    /// A condition: its labels in their order, and the choice of one by its position.
    struct Condition: Sendable {
        let labels: [String]
        let choose: @Sendable (State) -> Int?
    }

    private(set) var kinds: [String: Kind] = [:]
    private(set) var conditions: [String: Condition] = [:]
    private(set) var reducers = FieldReducers()

    package init() {}

    /// Says how values written to a field join the one it has.
    package mutating func reduce<Value: Sendable>(
        _ field: any WritableKeyPath<State, Value> & Sendable, with reducer: Reducer<Value>
    ) {
        reducers.set(reducer, for: field)
    }

    /// Adds a kind of node. `make` gets parameters that fit the schema.
    package mutating func add(
        _ kind: String, parameters: Schema = .object([]),
        _ make: @escaping @Sendable (JSON) -> NodeBehaviour<State, Event, Effect>
    ) {
        kinds[kind] = Kind(parameters: parameters) { graph, name, parameters in graph.addNode(name, make(parameters)) }
    }

    /// Adds a graph as a kind of node.
    package mutating func add<Sub: Sendable>(
        _ kind: String, subgraph: StateGraph<Sub, Event, Effect>,
        on field: any WritableKeyPath<State, Sub> & Sendable, then outcome: Outcome = .next
    ) {
        kinds[kind] = Kind(parameters: .object([])) { graph, name, _ in
            graph.addSubgraph(name, subgraph: subgraph, on: field, then: outcome)
        }
    }

    /// Adds a condition: every label needs a target wherever it is used.
    package mutating func addCondition<Label: RawRepresentable<String> & CaseIterable & Hashable & Sendable>(
        _ name: String, _ choose: @escaping @Sendable (State) -> Label
    ) {
        let labels = Array(Label.allCases)
        let positions = Dictionary(labels.enumerated().map { ($1, $0) }) { first, _ in first }
        conditions[name] = Condition(labels: labels.map(\.rawValue)) { positions[choose($0)] }
    }
}
