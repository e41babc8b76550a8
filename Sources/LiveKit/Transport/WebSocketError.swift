/// Why there is no WebSocket, or no longer one.
package enum WebSocketError: Error, Hashable, Sendable {
    /// The name does not resolve, or nobody accepts the connection.
    case unreachable(String)
    /// No answer within the time allowed for connecting.
    case timedOut
    /// The certificate is not trusted, or TLS failed otherwise.
    case tlsFailed(String)
    /// The server answered with HTTP instead of a WebSocket; the body is cut at 64 KiB.
    case refused(status: Int, body: String)
    /// The answer was no HTTP, or a handshake that RFC 6455 forbids.
    case handshakeFailed(String)
    /// A message was larger than allowed.
    case messageTooLarge
    /// The peer broke RFC 6455.
    case protocolViolation(String)
    /// Nothing came for two keep-alive periods.
    case silent
    /// The peer does not read: too much is waiting to be sent.
    case backlogged
    /// The connection ended without a closing handshake.
    case lost
}
