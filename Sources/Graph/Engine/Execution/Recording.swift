package import FoundationEssentials

/// What happened to an execution and when, so that it can happen again.
///
/// Bounded: beyond `limit` inputs nothing more is recorded, and a recording with a gap at its end says so and is not
/// replayed.
package struct Recording<Event: Sendable>: Sendable {
    /// One input and its time.
    package struct Entry: Sendable {
        package let at: Date
        package let input: GraphInput<Event>
    }

    private enum CodingKeys: String, CodingKey {
        case entries, limit
        case isIncomplete = "is_incomplete"
    }

    package private(set) var entries: [Entry] = []
    /// Whether something happened that is not in it.
    package private(set) var isIncomplete = false
    private let limit: Int

    package init(limit: Int = 10_000) {
        self.limit = limit
    }

    /// Records what a step was made of, after it succeeded.
    package mutating func record(_ input: GraphInput<Event>, at time: Date) {
        guard entries.count < limit else {
            isIncomplete = true
            return
        }
        entries.append(Entry(at: time, input: input))
    }
}

extension Recording.Entry: Encodable where Event: Encodable {}
extension Recording.Entry: Decodable where Event: Decodable {}
extension Recording: Encodable where Event: Encodable {}
extension Recording: Decodable where Event: Decodable {}
