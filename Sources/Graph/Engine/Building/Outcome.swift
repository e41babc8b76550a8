/// What a node decides at the end of a visit. Where a decision leads is the edges' to say.
package enum Outcome: String, Hashable, Sendable, CaseIterable, Codable {
    /// Follow the node's edge, or the branch its condition picks.
    case next
    /// Wait here for the answers that were asked for, or for the next event.
    case stay
    /// The run is over, and requests still open are let go; in a subgraph, the subgraph is over.
    case finish
    /// Go on in several branches, which meet again at the join. Requests still open are let go.
    case fanOut = "fan_out"

    /// Its place in a set of outcomes held in one byte.
    var bit: UInt8 {
        switch self {
        case .next: 1
        case .stay: 2
        case .finish: 4
        case .fanOut: 8
        }
    }
}
