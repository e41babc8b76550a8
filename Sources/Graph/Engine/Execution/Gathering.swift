import FoundationEssentials

/// A fan-out whose join waits for its branches.
struct Gathering: Hashable, Sendable, Codable {
    let id: RequestID
    /// The node that fanned out.
    let node: String
    /// The place that fanned out, and goes on at the join.
    let cursor: Int
    /// The fan-out around this one.
    let branch: Cursor.Branch?
    /// The positions of the branches that have not come yet.
    var missing: [Int]
    let deadline: Date?
}
