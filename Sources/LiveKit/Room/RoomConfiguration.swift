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
    package var random: any RandomNumberGenerator & Sendable
    package var timings: RoomTimings

    package init(
        token: String, certificate: Certificate, localAddresses: [TransportAddress],
        subscribesAutomatically: Bool = true, clientVersion: String = "1.0.0",
        random: any RandomNumberGenerator & Sendable = SystemRandom(), timings: RoomTimings = RoomTimings()
    ) {
        self.token = token
        self.subscribesAutomatically = subscribesAutomatically
        self.clientVersion = clientVersion
        self.certificate = certificate
        self.localAddresses = localAddresses
        self.random = random
        self.timings = timings
    }
}
