/// Where to open a WebSocket. It is never printed: it may hold a key.
package struct SocketRequest: Sendable {
    /// A `wss:`, `ws:`, `https:` or `http:` address without query.
    package var url: String
    /// Appended percent-encoded, in order. Never a key.
    package var query: [(name: String, value: String)]
    /// The value of the `Authorization` header.
    package var authorization: String?
    /// For resolving the name, connecting, TLS and the handshake together.
    package var connectTimeout: Duration = .seconds(2)

    package init(url: String, query: [(name: String, value: String)], authorization: String? = nil) {
        self.url = url
        self.query = query
        self.authorization = authorization
    }
}

extension SocketRequest: CustomStringConvertible, CustomReflectable {
    package var description: String { "a socket request" }

    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
