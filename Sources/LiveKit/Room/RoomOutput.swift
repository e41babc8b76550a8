package import Timing
package import Wire

/// What a room asks of its driver, and tells its owner.
package enum RoomOutput: Sendable {
    /// Open a WebSocket at this path below the server's URL, with this bearer token. Any socket still open is abandoned.
    case openSignal(path: String, query: [QueryItem], token: String)
    /// Send one binary message.
    case sendSignal([UInt8])
    /// Close the WebSocket, normally.
    case closeSignal
    /// Bind a second set of sockets, for the second connection of the dual topology, and say where with `.socketsBound`.
    /// Asked once; they are kept until the room ends.
    case bindSockets
    /// Look a host name up, and answer with `.resolved`.
    case resolve(host: String)
    case transmit(Datagram)
    case event(RoomEvent)
    /// Nothing more for now; `handle(.timeout)` at this instant, if there is one.
    case timeout(Instant?)
}
