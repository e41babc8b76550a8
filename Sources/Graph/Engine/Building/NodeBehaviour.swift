/// What a node does, without its name: what a catalogue makes for a document.
package struct NodeBehaviour<State: Sendable, Event: GraphEvent, Effect: Sendable>: Sendable {
    package typealias Run = @Sendable (inout Visit<State, Event, Effect>) -> Outcome

    /// Every kind of outcome it can decide.
    let outcomes: Set<Outcome>
    let enter: Run
    let resume: Run?

    /// A node that never waits.
    package init(may outcomes: Set<Outcome>, _ run: @escaping Run) {
        self.outcomes = outcomes
        enter = run
        resume = nil
    }

    /// A node that can wait.
    package init(may outcomes: Set<Outcome>, enter: @escaping Run, resume: @escaping Run) {
        self.outcomes = outcomes
        self.enter = enter
        self.resume = resume
    }
}

extension StateGraph {
    /// Adds a node that was described elsewhere.
    package mutating func addNode(_ name: String, _ behaviour: NodeBehaviour<State, Event, Effect>) {
        nodes.append(
            GraphNode(
                name: name, outcomes: behaviour.outcomes, enter: behaviour.enter, resume: behaviour.resume))
    }
}
