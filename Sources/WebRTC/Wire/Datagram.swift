/// One UDP datagram with both of its ends, seen from this host.
package struct Datagram: Hashable, Sendable {
    /// The address of our socket: where it arrived, or where it leaves from.
    package var local: TransportAddress
    /// The other end.
    package var remote: TransportAddress
    package var payload: [UInt8]

    package init(local: TransportAddress, remote: TransportAddress, payload: [UInt8]) {
        self.local = local
        self.remote = remote
        self.payload = payload
    }
}
