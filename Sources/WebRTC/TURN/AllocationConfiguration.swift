package import Wire

/// What an allocation is told when it is made.
package struct AllocationConfiguration: Hashable, Sendable {
    package var server: TransportAddress
    /// The socket it is asked for from; on a stream, the address that names the connection together with `server`.
    package var local: TransportAddress
    /// To the server: `.udp`, `.turnTCP` or `.turnTLS`.
    package var transport: TransportProtocol
    package var credentials: TURNCredentials
    package var timings: TURNTimings

    package init(
        server: TransportAddress, local: TransportAddress, transport: TransportProtocol = .udp,
        credentials: TURNCredentials
    ) {
        self.server = server
        self.local = local
        self.transport = transport
        self.credentials = credentials
        timings = TURNTimings()
    }
}
