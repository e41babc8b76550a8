/// What happens on a WebSocket, in order.
package enum WebSocketEvent: Hashable, Sendable {
    /// The server accepted; messages may be sent.
    case opened
    case binary([UInt8])
    case text(String)
    /// The last event: both sides agreed to close. The code is the peer's (RFC 6455, section 7.4), 1005 when it gave none.
    case closed(code: UInt16, reason: String)
    /// The last event: the connection could not be made, or ended otherwise.
    case failed(WebSocketError)
}
