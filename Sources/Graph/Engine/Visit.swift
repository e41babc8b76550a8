package import FoundationEssentials

/// One visit of a node: what it reads, and how it writes and asks.
package struct Visit<State: Sendable, Event: GraphEvent, Effect: Sendable> {
    /// The state with everything written so far in this step.
    package private(set) var state: State
    /// The event that woke the graph.
    package let event: Event
    /// The wall time of the step.
    package let time: Date

    private let reducers: FieldReducers<State>
    private(set) var requests: [Request<Effect>] = []
    private(set) var nextRequest: Int

    init(state: State, event: Event, time: Date, reducers: FieldReducers<State>, nextRequest: Int) {
        self.state = state
        self.event = event
        self.time = time
        self.reducers = reducers
        self.nextRequest = nextRequest
    }

    /// Writes to a field through its reducer.
    package mutating func write<Value: Sendable>(_ field: WritableKeyPath<State, Value>, _ value: Value) {
        reducers.reducer(for: field).merge(&state[keyPath: field], value)
    }

    /// Asks for work whose answer comes as an event with the returned number.
    @discardableResult
    package mutating func request(_ effect: Effect) -> RequestID {
        let id = RequestID(nextRequest)
        nextRequest += 1
        requests.append(Request(id: id, effect: effect))
        return id
    }

    /// Asks for work that nobody answers.
    package mutating func emit(_ effect: Effect) {
        requests.append(Request(id: nil, effect: effect))
    }
}
