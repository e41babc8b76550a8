package import Wire

/// What an allocation asks of its owner.
package enum AllocationOutput: Hashable, Sendable {
    /// Send this to the server.
    case transmit(Datagram)
    /// Peers reach this host at `relayed`; the server sees it at `mapped`.
    case allocated(relayed: TransportAddress, mapped: TransportAddress?)
    /// The end: nothing follows.
    case failed(AllocationError)
}
