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
    case datagram(Datagram)
    case timeout
}
