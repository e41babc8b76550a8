import ICE
import Peer
import Secure
import Timing
import Wire

/// What the peer connections of a session are made of.
struct PeerParts {
    let certificate: Certificate
    /// Of this end's sockets, best first.
    let addresses: [TransportAddress]
    /// Of the sockets for the subscriber of the dual topology.
    let subscriberAddresses: [TransportAddress]
    let policy: TransportPolicy
    let redundancy: Redundancy
    private var random: any RandomNumberGenerator & Sendable

    /// - Parameter random: advanced, so that the next session's peers are others.
    init(
        _ configuration: RoomConfiguration, subscriberAddresses: [TransportAddress],
        random: inout any RandomNumberGenerator & Sendable
    ) {
        certificate = configuration.certificate
        addresses = configuration.localAddresses
        policy = configuration.transportPolicy
        redundancy = configuration.redundancy
        self.subscriberAddresses = subscriberAddresses
        self.random = random
        _ = random.next() as UInt64
    }

    mutating func makePeer(_ role: PeerConfiguration.Role, now: Instant) -> Peer {
        var configuration = PeerConfiguration(role: role, mode: .full, certificate: certificate, random: random)
        configuration.redundancy = redundancy
        var peer = Peer(configuration, now: now)
        _ = random.next() as UInt64
        peer.setTransportPolicy(policy, now: now)
        for (address, preference) in LocalPreference.ranked(role == .offerer ? addresses : subscriberAddresses) {
            peer.addLocalAddress(address, preference: preference, now: now)
        }
        return peer
    }
}
