/// Something that happened in a step, for feeds: `{"kind", "node", …}`, with what else the kind has to say.
package struct TraceEvent: Hashable, Sendable, Codable {
    /// What happened.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A node was come to.
        case entered
        /// A node that waited goes on.
        case resumed
        /// A node wrote to `fields`.
        case updated
        /// A node decided its `outcome`.
        case finished
        /// An effect went out; with a `request` if an answer is expected.
        case effect
        /// A request failed and will be made again.
        case retried
        /// A person is asked.
        case interrupted
        /// A person decided.
        case decided
        /// All branches came to the join, or `missing` did not.
        case joined
        /// The execution was recorded.
        case checkpoint
    }

    package let kind: Kind
    /// The node; empty for a checkpoint.
    package let node: String
    package var outcome: Outcome?
    /// The fields written: `turn.lines`.
    package var fields: [String]?
    package var request: RequestID?
    /// Counts from 1.
    package var attempt: Int?
    package var choice: String?
    package var missing: [String]?
    /// The number of the checkpoint.
    package var sequence: Int?

    package init(_ kind: Kind, _ node: String) {
        self.kind = kind
        self.node = node
    }
}
