package import FoundationEssentials

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
    /// Sessions on a page.
    package var limit: Int

    package init(isLive: Bool? = nil, owner: String? = nil, text: String? = nil, cursor: String? = nil, limit: Int = 50)
    {
        self.isLive = isLive
        self.owner = owner
        self.text = text
        self.cursor = cursor
        self.limit = limit
    }
}
