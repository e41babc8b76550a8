package import Wire

/// Both ends of a connection and what is spoken on it: the name of a stream.
package struct FiveTuple: Hashable, Sendable, CustomStringConvertible {
    /// The local candidate's address. The connection itself leaves from the same IP address and any port.
    package let local: TransportAddress
    package let remote: TransportAddress
    package let transport: TransportProtocol

    package init(local: TransportAddress, remote: TransportAddress, transport: TransportProtocol) {
        self.local = local
        self.remote = remote
        self.transport = transport
    }

    package init(_ datagram: Datagram) {
        self.init(local: datagram.local, remote: datagram.remote, transport: datagram.transport)
    }

    /// The name in the server's certificate; `nil` without TLS.
    package var tlsHost: String? {
        if case .turnTLS(let host) = transport { host } else { nil }
    }

    package var description: String { "\(local) → \(remote)" }
}
