/// What a node decides at the end of a visit.
package enum Outcome: Hashable, Sendable {
    /// Go to this node; an edge to it must exist.
    case next(String)
    /// Follow the node's edge, or the branch its condition picks.
    case route
    /// Wait here for the next event.
    case stay
    /// The run is over; the next event starts at the entry again.
    case finish

    /// The outcome without its target: what a node declares that it may decide.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case next, route, stay, finish
    }

    package var kind: Kind {
        switch self {
        case .next: .next
        case .route: .route
        case .stay: .stay
        case .finish: .finish
        }
    }
}
