package import Secure
package import Wire

/// What a switchboard needs to know.
package struct SwitchboardConfiguration: Sendable {
    /// API secrets by API key.
    package var secrets: [String: String]
    /// Where the one UDP port can be reached; empty when media goes over TCP or relays only.
    package var addresses: [TransportAddress]
    /// Where media is taken over TCP.
    package var streamAddresses: [TransportAddress] = []
    package var certificate: Certificate
    package var random: any RandomNumberGenerator & Sendable
    /// Seconds a room lives before anybody has joined, and after the last participant left.
    package var emptyTimeout: UInt32 = 300
    package var departureTimeout: UInt32 = 20
    /// Whether the newer form of signalling, with one peer connection, is spoken beside the older one.
    package var offersSinglePeer = true
    /// STUN and TURN servers that clients are told of.
    package var iceServers: [AnnouncedServer] = []
    /// Clients are told to use relays only.
    package var forceRelay = false
    /// So many sections a guest gets before one whose track ended carries another: some clients play nothing there.
    package var freshSections = 64
    /// The most participants in one room; more are refused.
    package var participantLimit = 100

    package init(
        secrets: [String: String], addresses: [TransportAddress], certificate: Certificate,
        random: any RandomNumberGenerator & Sendable = SystemRandom()
    ) {
        self.secrets = secrets
        self.addresses = addresses
        self.certificate = certificate
        self.random = random
    }
}
