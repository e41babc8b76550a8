import Peer
import SCTP
import SDP
import Secure
import Simulation
import Timing
import Wire

/// Peer connections to begin with, and what they say of themselves.
enum PeerSeeds {
    static let clientAddress = TransportAddress(ip: .v4(0x0A00_0001), port: 4000)
    static let serverAddress = TransportAddress(ip: .v4(0x0A00_0002), port: 7882)
    /// Making one costs more than a short input.
    private static let certificate = Result { try Certificate.selfSigned() }

    /// A full end with a section in each direction and a data channel, as an agent has it.
    static func client(seed: UInt64 = 1) throws -> Peer {
        var client = Peer(
            PeerConfiguration(
                role: .offerer, mode: .full, certificate: try certificate.get(), random: SeededGenerator(seed: seed)),
            now: .origin)
        client.addLocalAddress(clientAddress, preference: .max, now: .origin)
        client.openChannel("_reliable", reliability: .reliable, ordered: true)
        client.openChannel("_lossy", reliability: .lossy(maxRetransmits: 0), ordered: false)
        _ = client.addReceivingAudio()
        _ = client.addSendingAudio(track: "voice")
        return client
    }

    /// A lite end, as the room server has it.
    static func server(seed: UInt64 = 2) throws -> Peer {
        var server = Peer(
            PeerConfiguration(
                role: .answerer, mode: .lite, certificate: try certificate.get(), random: SeededGenerator(seed: seed)),
            now: .origin)
        server.addLocalAddress(serverAddress, preference: .max, now: .origin)
        return server
    }

    static func offer() throws -> String {
        var client = try client()
        return try client.makeOffer().description
    }

    static func answer() throws -> String {
        var client = try client()
        var server = try server()
        try server.setOffer(client.makeOffer(), now: .origin)
        return server.makeAnswer().description
    }

    /// The certificate of the ends above, for who plays one of them by hand.
    static func sharedCertificate() throws -> Certificate { try certificate.get() }
}
