/// What to connect to, and within which limits.
package struct WebSocketRequest: Sendable {
    package var server: ServerURL
    /// The request target, as `ServerURL.target(_:query:)` makes it.
    package var target: String
    /// Sent as `Authorization: Bearer …`; it appears nowhere else.
    package var token: String?
    /// The whole `Authorization` header for servers that want another form; it goes before the token.
    package var authorization: String?
    package var trust = TLSTrust.standard

    /// For resolving the name, connecting, TLS and the server's answer together.
    package var connectTimeout = Duration.seconds(10)
    /// Pings this often, and fails the connection when nothing at all came for two periods; `nil` for no pings.
    package var keepAlive: Duration?
    /// The largest message accepted, in bytes, whole or in fragments: a LiveKit server's own limit.
    package var maximumMessageSize = 2 << 20
    /// Bytes that may wait to be sent before the connection fails.
    package var maximumBacklog = 4 << 20

    package init(server: ServerURL, target: String, token: String? = nil) {
        self.server = server
        self.target = target
        self.token = token
    }
}
