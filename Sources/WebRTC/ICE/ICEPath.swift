package import Wire

/// The way between two transport addresses. A relayed `local` address is at the TURN server.
package struct ICEPath: Hashable, Sendable {
    package var local: TransportAddress
    package var remote: TransportAddress
    package var transport: CandidateTransport

    package init(local: TransportAddress, remote: TransportAddress, transport: CandidateTransport = .udp) {
        self.local = local
        self.remote = remote
        self.transport = transport
    }
}
