package import Wire

/// What an agent asks of its owner.
package enum ICEOutput: Hashable, Sendable {
    /// Send this from the socket of `local`.
    case transmit(Datagram)
    /// From now on, everything else goes this way too. After a restart it may name the same path again.
    case selected(local: TransportAddress, remote: TransportAddress)
    /// The state has changed.
    case state(ICEState)
}
