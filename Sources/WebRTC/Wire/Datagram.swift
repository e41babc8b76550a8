/// One datagram with both of its ends, seen from this host.
package struct Datagram: Hashable, Sendable {
    /// Our end: the address of the socket it arrived at or leaves from. On a stream this is the local candidate's address,
    /// which names the connection together with `remote`: the first datagram sent on it opens it.
    package var local: TransportAddress
    /// The other end.
    package var remote: TransportAddress
    package var transport: TransportProtocol
    package var payload: [UInt8]

    package init(
        local: TransportAddress, remote: TransportAddress, transport: TransportProtocol = .udp, payload: [UInt8]
    ) {
        self.local = local
        self.remote = remote
        self.transport = transport
        self.payload = payload
    }
}
