/// A run of received TSNs, as offsets from the cumulative TSN of its SACK; both ends included.
struct GapBlock: Hashable, Sendable {
    var start: UInt16
    var end: UInt16
}
