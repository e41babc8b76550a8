/// What a client shows when it opens a feed.
package struct FeedRequest: Hashable, Sendable {
    /// The path without its query: what a ticket is bound to.
    package var resource: String
    /// The `Authorization` header.
    package var authorization: String?
    /// The query's `ticket`.
    package var ticket: String?
    /// The other end's address, without a port.
    package var address: String?

    package init(resource: String, authorization: String? = nil, ticket: String? = nil, address: String? = nil) {
        self.resource = resource
        self.authorization = authorization
        self.ticket = ticket
        self.address = address
    }
}
