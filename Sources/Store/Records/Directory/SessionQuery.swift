import Conversation
package import FoundationEssentials
import Supervision

/// Which sessions a list shows.
package struct SessionQuery: Hashable, Sendable {
    /// Only those that live, or only those that are over.
    package var isLive: Bool?
    package var owner: String?
    package var from: Date?
    package var to: Date?
    /// Words in the title, the customer's name or the tags.
    package var text: String?
    /// Where the page before ended.
    package var cursor: String?
    /// Sessions on a page, at most `largestPage`.
    package var limit: Int

    package static let largestPage = 200

    package init(isLive: Bool? = nil, owner: String? = nil, text: String? = nil, cursor: String? = nil, limit: Int = 50)
    {
        self.isLive = isLive
        self.owner = owner
        self.text = text
        self.cursor = cursor
        self.limit = limit
    }
}

extension SessionQuery {
    /// The words looked for, in small letters; at most eight.
    var words: [String] {
        (text ?? "").lowercased().split(whereSeparator: \.isWhitespace).prefix(8).map { String($0.prefix(64)) }
    }

    /// Whether a record is one of those looked for.
    func matches(_ record: SessionRecord) -> Bool {
        let summary = record.summary
        if let isLive, summary.isLive != isLive { return false }
        if let owner, record.ownership.owner != owner { return false }
        if let from, summary.startedAt.inMilliseconds < from.inMilliseconds { return false }
        if let to, summary.startedAt.inMilliseconds >= to.inMilliseconds { return false }
        let text = record.searchText
        return words.allSatisfy { text.contains($0) }
    }
}

extension SessionRecord {
    /// What a search looks into, in small letters.
    var searchText: String {
        ([title, summary.customerName].compactMap(\.self) + tags).joined(separator: "\n").lowercased()
    }
}
