package import Wire

/// What the driver tells a room.
package enum RoomInput: Sendable {
    /// The WebSocket asked for is open.
    case signalOpened
    /// One binary message of the WebSocket.
    case signal([UInt8])
    /// The WebSocket could not be opened: an HTTP status with its text, or none when nobody answered.
    case signalRefused(status: Int?, reason: String)
    /// The WebSocket is gone.
    case signalClosed(reason: String)
    /// The addresses of the sockets that `.bindSockets` asked for, best first; empty when there are none.
    case socketsBound([TransportAddress])
    /// What a host name stands for; empty when it stands for nothing.
    case resolved(host: String, [IPAddress])
    case datagram(Datagram)
    /// The stream that carried datagrams between these ends was refused, or has ended.
    case streamClosed(local: TransportAddress, remote: TransportAddress, transport: TransportProtocol)
    case timeout
}
