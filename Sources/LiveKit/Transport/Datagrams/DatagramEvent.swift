package import Wire

/// What happens on a UDP socket.
package enum DatagramEvent: Hashable, Sendable {
    case received(Datagram)
    /// One datagram to that address could not be sent; others may be.
    case sendFailed(TransportAddress, DatagramError)
    /// The last event.
    case closed
}
