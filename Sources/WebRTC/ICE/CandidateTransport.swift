package import Wire

/// The transport of a candidate, as its text names it. What is relayed travels by UDP beyond the server.
package enum CandidateTransport: String, Hashable, Sendable {
    case udp
    case tcp

    /// How a driver sends it.
    package var network: TransportProtocol { self == .udp ? .udp : .tcp }
}
