import Peer
import Wire

// TCP connections. The local address of a stream only names it, and both peers would give theirs the same name (the port 9
// of RFC 6544, section 4.5): outside, the subscriber's have another.
extension Peers {
    private static let streamPort: UInt16 = 9
    private static let subscriberStreamPort: UInt16 = 10

    /// Whose a datagram or a stream is.
    func side(of local: TransportAddress, over transport: TransportProtocol) -> PeerSide {
        guard topology == .dual else { return .publisher }
        let isSubscribers =
            transport == .udp ? subscriberAddresses.contains(local) : local.port == Self.subscriberStreamPort
        return isSubscribers ? .subscriber : .publisher
    }

    /// The name outside of what is `local` for a peer.
    func outside(_ local: TransportAddress, over transport: TransportProtocol, of side: PeerSide) -> TransportAddress {
        guard side == .subscriber, transport != .udp else { return local }
        return TransportAddress(ip: local.ip, port: Self.subscriberStreamPort)
    }

    /// The name that the peer knows it by.
    func inside(_ local: TransportAddress, over transport: TransportProtocol, of side: PeerSide) -> TransportAddress {
        guard side == .subscriber, transport != .udp else { return local }
        return TransportAddress(ip: local.ip, port: Self.streamPort)
    }
}
