/// What one step yields.
package struct Step<State: Sendable, Effect: Sendable>: Sendable {
    package let execution: Execution<State, Effect>
    /// What the nodes asked for, in order.
    package let requests: [Request<Effect>]
    /// What happened, in order; empty unless the graph is traced.
    package let trace: [TraceEvent]
    /// Whether anything happened: not when an answer came too late, a decision was made before, or nothing was due.
    package let isChanged: Bool

    init(_ execution: Execution<State, Effect>, requests: [Request<Effect>], trace: [TraceEvent]) {
        self.execution = execution
        self.requests = requests
        self.trace = trace
        isChanged = true
    }

    /// Nothing happened.
    init(unchanged execution: Execution<State, Effect>) {
        self.execution = execution
        requests = []
        trace = []
        isChanged = false
    }
}
