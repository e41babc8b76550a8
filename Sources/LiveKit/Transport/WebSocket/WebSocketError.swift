/// Why there is no WebSocket, or no longer one. The description is for people.
package enum WebSocketError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nobody there, nobody to trust, or no answer within the time allowed for connecting.
    case unreachable(ConnectionFailure)
    /// The server answered with HTTP instead of a WebSocket; the body is cut at 64 KiB. It may say in seconds when to come
    /// back (`Retry-After`, RFC 9110, section 10.2.3).
    case refused(status: Int, body: String, retryAfter: Duration? = nil)
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

    package var description: String {
        switch self {
        case .unreachable(let failure): "\(failure)"
        case .refused(let status, let body, _): "the server answers with HTTP status \(status): \(body)"
        case .handshakeFailed(let words): "no LiveKit server answers there, check the address: \(words)"
        case .messageTooLarge: "the server sent a message that is too large"
        case .protocolViolation(let words): "the server broke the WebSocket protocol: \(words)"
        case .silent: "the server has gone silent"
        case .backlogged: "the server does not read what is sent to it"
        case .lost: "the connection to the server was lost"
        }
    }
}
