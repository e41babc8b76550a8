import FoundationEssentials

/// A request whose answer is to come.
struct OpenRequest<Effect: Sendable>: Sendable {
    private enum CodingKeys: String, CodingKey {
        case id, effect, node, cursor, attempt, deadline
        case retryAt = "retry_at"
    }

    let id: RequestID
    let effect: Effect
    /// The node that asked; its policy counts.
    let node: String
    /// The place that waits for the answer.
    let cursor: Int
    /// Counts from 1.
    var attempt = 1
    /// When the attempt has taken too long.
    var deadline: Date?
    /// When to ask again, while it pauses.
    var retryAt: Date?
}

extension OpenRequest: Equatable where Effect: Equatable {}
extension OpenRequest: Encodable where Effect: Encodable {}
extension OpenRequest: Decodable where Effect: Decodable {}
