/// What wakes a graph.
package protocol GraphEvent: Sendable {
    /// The request this event answers; `nil` for an event of its own accord.
    var answers: RequestID? { get }
    /// Why the request failed, if this event says that it did.
    var failure: RequestFailure? { get }

    /// The event by which a node hears that a request, an interrupt or a join ran out of time; `nil` when this type of event
    /// cannot say so.
    static func telling(_ failure: RequestFailure, of id: RequestID) -> Self?
    /// The event by which a node hears what a person decided; `nil` when this type of event cannot say so.
    static func telling(_ decision: Decision, on id: RequestID) -> Self?
}

extension GraphEvent {
    package var answers: RequestID? { nil }
    package var failure: RequestFailure? { nil }
    package static func telling(_ failure: RequestFailure, of id: RequestID) -> Self? { nil }
    package static func telling(_ decision: Decision, on id: RequestID) -> Self? { nil }

    /// Whether deadlines make sense with events of this type.
    static var tellsOfFailures: Bool { telling(.timedOut, of: RequestID(0)) != nil }
}
