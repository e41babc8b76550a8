import ICE
import Peer
import SDP
import Secure
import Simulation
import TURNSimulation
import Testing
import Timing
import Wire

@Suite("A peer reaches the other end through what the network allows") struct NetworkTests {
    private static let server = TransportAddress(ip: .v4(0xC633_6409), port: 3478)
    private static let passive = TransportAddress(ip: .v4(0x0A00_0002), port: 7881)

    /// A pair with something to say.
    private func pair() throws -> PeerPair {
        var pair = try PeerPair()
        pair.offerer.addSendingAudio(track: "TR_voice")
        return pair
    }

    /// Stops what the offerer sends by UDP, except to the TURN server.
    private func blockUDP(_ pair: inout PeerPair) {
        pair.network.firewall = {
            $0.transport == .udp && $0.local == PeerPair.offererAddress && $0.remote != Self.server
        }
    }

    private func turn(_ url: String = "turn:turn.example.org") throws -> ICEServer {
        try #require(ICEServer(url: url, username: "me", credential: "secret"))
    }

    private func withServer(_ pair: inout PeerPair) {
        pair.server = SimulatedTURNServer(Self.server, passwords: ["me": "secret"])
    }

    @Test("over TCP where UDP is blocked: media flows, and goes on when the connection is opened again")
    func overTCP() throws {
        var pair = try pair()
        pair.answerer.addPassiveAddress(Self.passive, preference: .max, now: pair.clock.now)
        blockUDP(&pair)
        try pair.negotiate()
        pair.run(for: .seconds(3))
        #expect(pair.offererEvents.isConnected && pair.answererEvents.isConnected)
        #expect(pair.offerer.selectedPath?.transport == .tcp)
        let local = TransportAddress(ip: PeerPair.offererAddress.ip, port: Candidate.activePort)
        pair.offerer.streamClosed(local: local, remote: Self.passive, transport: .tcp, now: pair.clock.now)
        pair.run(for: .seconds(3))
        #expect(pair.offererEvents.contains { if case .disconnected = $0 { true } else { false } })
        #expect(pair.offererEvents.contains { if case .reconnected = $0 { true } else { false } })
    }

    @Test(
        "through a relay, whose candidate is told after the offer",
        arguments: ["turn:a", "turn:a?transport=tcp", "turns:a"])
    func throughRelay(_ url: String) throws {
        var pair = try pair()
        withServer(&pair)
        blockUDP(&pair)
        try pair.negotiate()
        pair.offerer.addServer(try turn(url), at: Self.server, now: pair.clock.now)
        pair.offerer.endOfServers(now: pair.clock.now)
        pair.run(for: .seconds(3))
        #expect(pair.offererEvents.isConnected && pair.answererEvents.isConnected)
        #expect(pair.offerer.selectedPath?.local.ip == Self.server.ip)
        let candidates = pair.offererEvents.candidates
        #expect(candidates.count { $0.contains("typ relay") } == 1)
        #expect(candidates.allSatisfy { $0.hasPrefix("candidate:") && $0.contains(" ufrag \(pair.offerer.localName)") })
        #expect(pair.offererEvents.count { if case .candidatesEnded = $0 { true } else { false } } == 1)
        pair.offerer.close(now: pair.clock.now)
        pair.run(for: .seconds(1))
        #expect(pair.server?.counters.released == 1)
    }

    @Test("with relays only, no datagram goes to the other end directly and no other candidate is told")
    func relayOnly() throws {
        var pair = try pair()
        withServer(&pair)
        pair.network.firewall = { $0.local == PeerPair.offererAddress && $0.remote == PeerPair.answererAddress }
        pair.offerer.setTransportPolicy(.relay, now: pair.clock.now)
        pair.offerer.addServer(try turn(), at: Self.server, now: pair.clock.now)
        let early = try pair.offerer.makeOffer()
        #expect(early.transport.candidates.isEmpty)
        pair.offerer.restart(now: pair.clock.now)
        pair.run(for: .seconds(1))
        try pair.negotiate()
        let lost = pair.network.lost
        pair.run(for: .seconds(5))
        #expect(pair.offererEvents.isConnected)
        // The firewall had nothing to stop.
        #expect(pair.network.lost == lost)
        #expect(pair.offererEvents.candidates.allSatisfy { $0.contains("typ relay") && $0.contains("raddr 0.0.0.0") })
    }

    @Test("descriptions list every candidate that is known, with the user name")
    func described() throws {
        var pair = try pair()
        withServer(&pair)
        pair.offerer.addServer(try turn(), at: Self.server, now: pair.clock.now)
        pair.offerer.endOfServers(now: pair.clock.now)
        pair.run(for: .seconds(1))
        #expect(pair.offererEvents.candidates.isEmpty)
        let offer = try pair.offerer.makeOffer()
        let lines = offer.transport.candidates
        #expect(lines.contains { $0.contains("typ relay") })
        #expect(lines.contains { $0.contains(" tcp ") && $0.contains("tcptype active") && $0.contains(" 9 typ host") })
        #expect(lines.allSatisfy { $0.contains("ufrag \(pair.offerer.localName)") })
        #expect(offer.transport.endOfCandidates)
    }

    @Test("candidates that cannot be used are counted and do no harm")
    func ignored() throws {
        var pair = try pair()
        for line in [
            "candidate:1 1 udp 1 3d9c1b.local 9 typ host", "candidate:1 1 sctp 1 1.2.3.4 9 typ host", "nonsense",
            "candidate:1 2 udp 1 1.2.3.4 9 typ host", "candidate:1 1 tcp 1 1.2.3.4 9 typ host tcptype active",
            "candidate:1 1 udp 1 0.0.0.0 9 typ host", "candidate:1 1 udp 1 224.0.0.1 9 typ host",
        ] { pair.offerer.addRemoteCandidate(line, now: pair.clock.now) }
        #expect(pair.offerer.counters.ignoredCandidates == 3)
        #expect(pair.offerer.pathCounters.ignoredCandidates == 4)
        try pair.negotiate()
        pair.run(for: .seconds(2))
        #expect(pair.offererEvents.isConnected)
    }

    @Test("a server that refuses is told of, and the call works without it")
    func refused() throws {
        var pair = try pair()
        pair.server = SimulatedTURNServer(Self.server, passwords: ["me": "another"])
        pair.offerer.addServer(try turn(), at: Self.server, now: pair.clock.now)
        try pair.negotiate()
        pair.run(for: .seconds(2))
        #expect(pair.offererEvents.isConnected)
        #expect(pair.offererEvents.serverFailures == ["the TURN server does not accept the credentials"])
    }
}

extension [PeerEvent] {
    fileprivate var serverFailures: [String] {
        compactMap { if case .serverFailed(let reason) = $0 { reason } else { nil } }
    }

    fileprivate var candidates: [String] {
        compactMap { if case .candidate(let line) = $0 { line } else { nil } }
    }
}
