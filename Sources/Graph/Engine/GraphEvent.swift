/// What wakes a graph.
package protocol GraphEvent: Sendable {
    /// The request this event answers; `nil` for an event of its own accord.
    var answers: RequestID? { get }
}

extension GraphEvent {
    package var answers: RequestID? { nil }
}
