/// How a datagram travels, and how it is told from the next one.
package enum TransportProtocol: Hashable, Sendable {
    case udp
    /// A TCP connection on which each datagram follows its length in two bytes (RFC 4571), as ICE uses it (RFC 6544).
    case tcp
    /// A TCP connection to a TURN server: STUN messages and channel data carry their own length (RFC 8656, section 3.1).
    case turnTCP
    /// The same inside TLS; the server's certificate must be valid for `host`.
    case turnTLS(host: String)
}
