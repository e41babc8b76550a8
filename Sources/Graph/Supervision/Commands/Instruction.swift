package import FoundationEssentials

/// What a supervisor tells the agent, and never the caller: attributed, confidential, for some turns.
package struct Instruction: Hashable, Sendable, Codable {
    /// How long it holds.
    package enum Reach: Hashable, Sendable, Codable {
        case turn
        case turns(Int)
        case session
    }

    package var text: String
    /// `supervisor:` and an id.
    package var author: String
    package var reach: Reach
    /// A later one with the same key takes its place while it is not used.
    package var key: String?
    package var expiry: Date?

    package init(_ text: String, author: String, reach: Reach = .turn, key: String? = nil, expiry: Date? = nil) {
        self.text = text
        self.author = author
        self.reach = reach
        self.key = key
        self.expiry = expiry
    }
}
