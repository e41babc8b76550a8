package import ICE
package import Peer
package import Secure
package import Wire

/// How to join a room, and as what.
package struct RoomConfiguration: Sendable {
    /// The access token; never written to a log.
    package var token: String
    /// Subscribe to every audio track as it is published.
    package var subscribesAutomatically: Bool
    /// What the server is told of this client (`ClientInfo`).
    package var clientVersion: String
    package var certificate: Certificate
    /// Addresses of this end's sockets, best first.
    package var localAddresses: [TransportAddress]
    /// The only topology to try; otherwise the single one, and the dual one when the server lacks it.
    package var topology: Topology?
    /// With `.relay`, sound and data travel through TURN servers only.
    package var transportPolicy: TransportPolicy
    /// Whether sound is sent more than once.
    package var redundancy = Redundancy.off
    package var random: any RandomNumberGenerator & Sendable
    package var timings: RoomTimings

    package init(
        token: String, certificate: Certificate, localAddresses: [TransportAddress],
        subscribesAutomatically: Bool = true, clientVersion: String = "1.0.0", topology: Topology? = nil,
        transportPolicy: TransportPolicy = .all, random: any RandomNumberGenerator & Sendable = SystemRandom(),
        timings: RoomTimings = RoomTimings()
    ) {
        self.token = token
        self.subscribesAutomatically = subscribesAutomatically
        self.clientVersion = clientVersion
        self.certificate = certificate
        self.localAddresses = localAddresses
        self.topology = topology
        self.transportPolicy = transportPolicy
        self.random = random
        self.timings = timings
    }
}
