import Peer
import RTP
import SDP
import Secure
import Timing
import Wire

/// An agent's peer connection and a server's, joined in memory without delay, in virtual time.
struct ConnectedPeers: ~Copyable {
    private static let agentAddress = TransportAddress(ip: .v4(0x0A00_0001), port: 4000)
    private static let serverAddress = TransportAddress(ip: .v4(0x0A00_0002), port: 7882)

    var agent: Peer
    var server: Peer
    private(set) var now = Instant.origin
    /// The section on which the agent listens.
    let listening: String
    /// The section on which the agent speaks.
    let speaking: String

    private init(agent: consuming Peer, server: consuming Peer, listening: String, speaking: String) {
        self.agent = agent
        self.server = server
        self.listening = listening
        self.speaking = speaking
    }

    static func connect() throws -> ConnectedPeers {
        var agent = Peer(PeerConfiguration(role: .offerer, mode: .full, certificate: try .selfSigned()), now: .origin)
        let server = Peer(PeerConfiguration(role: .answerer, mode: .lite, certificate: try .selfSigned()), now: .origin)
        let (listening, speaking) = (agent.addReceivingAudio(), agent.addSendingAudio(track: "voice"))
        var peers = ConnectedPeers(agent: agent, server: server, listening: listening, speaking: speaking)
        try peers.negotiate()
        for _ in 0..<500 where !peers.areConnected { peers.settle(after: .milliseconds(10)) }
        guard peers.areConnected else { throw BenchFailure("two peers in memory do not connect") }
        // Whatever follows a handshake.
        for _ in 0..<10 { peers.settle(after: .milliseconds(100)) }
        return peers
    }

    private var areConnected: Bool { agent.isConnected && server.isConnected }

    private mutating func negotiate() throws {
        agent.addLocalAddress(Self.agentAddress, preference: .max, now: now)
        server.addLocalAddress(Self.serverAddress, preference: .max, now: now)
        try server.setOffer(try agent.makeOffer(), now: now)
        try server.assign(MediaStreamID(stream: "caller", track: "microphone"), to: listening)
        try agent.setAnswer(server.makeAnswer(), now: now)
    }

    /// What the two agreed on, told from the length of a tag. The packet that shows it does not arrive.
    mutating func profile() throws -> SRTPProfile {
        let packet = RTPPacket(payloadType: 111, sequenceNumber: 0, timestamp: 0, ssrc: 1, payload: [0])
        server.forward(packet, on: listening, now: now)
        let tag = (Self.transmitted(&server).first?.payload.count ?? 0) - packet.serialized().count
        guard let profile = SRTPProfile.preferred.first(where: { $0.tagLength == tag }) else {
            throw BenchFailure("an SRTP tag of \(tag) bytes is unknown")
        }
        return profile
    }

    /// 20 ms pass, without anything else happening.
    mutating func passFrame() { now += .milliseconds(20) }

    /// Lets time pass, timers fire and everything that was sent arrive.
    mutating func settle(after pause: Duration = .zero) {
        now += pause
        agent.handleTimeout(now: now)
        server.handleTimeout(now: now)
        var isQuiet = false
        while !isQuiet {
            let toServer = Self.transmitted(&agent)
            for datagram in toServer { server.handle(datagram, now: now) }
            let toAgent = Self.transmitted(&server)
            for datagram in toAgent { agent.handle(datagram, now: now) }
            isQuiet = toServer.isEmpty && toAgent.isEmpty
        }
    }

    /// Every datagram that leaves, as the other end sees it.
    static func transmitted(_ peer: inout Peer) -> [Datagram] {
        var datagrams: [Datagram] = []
        while true {
            switch peer.pollOutput() {
            case .transmit(let sent):
                datagrams.append(Datagram(local: sent.remote, remote: sent.local, payload: sent.payload))
            case .event: break
            case .timeout: return datagrams
            }
        }
    }
}
