/// What went through a UDP socket.
package struct DatagramCounters: Hashable, Sendable {
    /// Handed to the system, or waiting for it.
    package let sent: Int
    package let received: Int
    /// Not sent, because too much was waiting or the socket was closed.
    package let dropped: Int
    /// Refused by the system.
    package let failed: Int
}
