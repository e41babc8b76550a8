/// What a guest's WebSocket is asked for with.
package struct GuestRequest: Sendable {
    /// `/rtc` or `/rtc/v1`.
    package let path: String
    /// The query's parameters, decoded.
    package let query: [String: String]
    /// From the `Authorization` header; else the query has it.
    package let token: String?

    package init(path: String, query: [String: String], token: String? = nil) {
        self.path = path
        self.query = query
        self.token = token ?? query["access_token"]
    }

    /// The request of the newer form, which is taken on either path.
    var joinRequest: String? { query["join_request"] }
    /// Two peer connections: the older form of signalling.
    var isDual: Bool { path == "/rtc" && joinRequest == nil }
}
