package import FoundationEssentials
import Timing

/// One visit of a node: what it reads, and how it writes and asks.
package struct Visit<State: Sendable, Event: GraphEvent, Effect: Sendable> {
    /// The state with everything written so far in this step.
    package private(set) var state: State
    /// The event that woke the graph.
    package let event: Event
    /// The wall time of the step.
    package let time: Date
    /// What a person decided, in the visit that resumes after an interrupt.
    package let decision: Decision?
    /// The branches that did not come, in the visit of a join; as the fan-out calls them.
    package internal(set) var missing: [String] = []

    private let reducers: FieldReducers
    /// What the node has asked for and written so far.
    var record: VisitRecord<Effect>

    init(
        _ state: State, _ event: Event, decision: Decision?, at time: Date, reducers: FieldReducers,
        record: VisitRecord<Effect>
    ) {
        self.state = state
        self.event = event
        self.decision = decision
        self.time = time
        self.reducers = reducers
        self.record = record
    }

    /// Writes to a field through its reducer.
    package mutating func write<Value: Sendable>(_ field: WritableKeyPath<State, Value>, _ value: Value) {
        if record.isTraced { record.note(field) }
        let found = reducers.reducer(for: field, of: ObjectIdentifier(Value.self))
        if let found, let reducer = found as? Reducer<Value> {
            reducer.merge(&state[keyPath: field], value)
        } else {
            state[keyPath: field] = value
        }
    }

    /// Asks for work whose answer comes as an event with the returned number.
    @discardableResult
    package mutating func request(_ effect: Effect) -> RequestID {
        let id = record.nextID()
        record.ask(Request(id: id, effect: effect))
        return id
    }

    /// Asks for work that nobody answers.
    package mutating func emit(_ effect: Effect) {
        record.ask(Request(id: nil, effect: effect))
    }

    /// Asks a person. The node that stays after this resumes with `decision`, or with the failure `expired` when `within` has
    /// passed and nobody decided.
    @discardableResult
    package mutating func interrupt(_ question: Interrupt.Question, within: Duration? = nil) -> RequestID {
        let id = record.nextID()
        record.ask(
            Interrupt(
                id: id, question: question, askedAt: time,
                deadline: within.map { time.addingTimeInterval($0.inSeconds) }))
        return id
    }

    /// Lets a node of a subgraph visit one field of this state.
    mutating func inside<Sub: Sendable>(
        _ field: WritableKeyPath<State, Sub>, _ reducers: FieldReducers,
        _ run: GraphNode<Sub, Event, Effect>.Run
    ) -> Outcome {
        var inner = Visit<Sub, Event, Effect>(
            state[keyPath: field], event, decision: decision, at: time, reducers: reducers, record: record)
        inner.missing = missing
        let outcome = run(&inner)
        state[keyPath: field] = inner.state
        record = inner.record
        return outcome
    }
}
