/// What a node decides at the end of a visit. Where a decision leads is the edges' to say.
package enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// Follow the node's edge, or the branch its condition picks.
    case next
    /// Wait here for the answers that were asked for, or for the next event.
    case stay
    /// The run is over; the next event starts at the entry again.
    case finish
}
