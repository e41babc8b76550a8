/// One message on a WebSocket, either way.
package enum SocketMessage: Hashable, Sendable {
    case text(String)
    case binary([UInt8])
}
