import Contract
import ICE
import Room
import SwiftProtobuf
import Testing
import Timing
import Wire

@Suite("Servers that the server names") struct RelayServerTests {
    private func stage(_ urls: [String], _ topology: Topology = .single) throws -> RoomStage {
        let stage = try RoomStage(topology: topology)
        stage.connect()
        if topology == .dual { stage.bindSockets() }
        stage.join { $0.iceServers = [.with { ($0.urls, $0.username, $0.credential) = (urls, "u", "secret") }] }
        stage.run(for: .seconds(1))
        return stage
    }

    /// Where STUN or TURN requests went, by the port of this end.
    private func asked(_ stage: RoomStage, _ server: TransportAddress) -> Set<UInt16> {
        Set(stage.transmitted.filter { $0.remote == server && $0.payload.first ?? 9 < 2 }.map(\.local.port))
    }

    @Test("an address is asked at once, by every connection", arguments: [Topology.single, .dual])
    func literal(topology: Topology) throws {
        let stage = try stage(["stun:192.0.2.7:3478"], topology)
        #expect(stage.lookups.isEmpty)
        let ports = asked(stage, TransportAddress(ip: .v4(0xC000_0207), port: 3478))
        #expect(ports == (topology == .single ? [4000] : [4000, 4001]))
    }

    @Test("a name is looked up once, and asked when it is found")
    func name() throws {
        let stage = try stage(["stun:turn.example.com", "turn:turn.example.com?transport=udp"])
        #expect(stage.lookups == ["turn.example.com"])
        let server = TransportAddress(ip: .v4(0xC000_0207), port: 3478)
        #expect(asked(stage, server).isEmpty)
        stage.room.handle(.resolved(host: "elsewhere.example.com", [server.ip]), now: stage.now)
        stage.run(for: .seconds(1))
        #expect(asked(stage, server).isEmpty)
        stage.room.handle(.resolved(host: "turn.example.com", [server.ip]), now: stage.now)
        stage.run(for: .seconds(1))
        #expect(asked(stage, server) == [4000])
    }

    @Test("a name that stands for nothing is no trouble, nor a URL that makes no sense")
    func nothing() throws {
        let stage = try stage(["stun:nowhere.example.com", "gopher:x", "", "turns:"])
        stage.room.handle(.resolved(host: "nowhere.example.com", []), now: stage.now)
        try stage.answer()
        stage.run(for: .seconds(1))
        #expect(stage.connections == 1 && stage.lookups == ["nowhere.example.com"])
    }

    @Test("at most sixteen servers are looked up")
    func bounded() throws {
        let stage = try stage((0..<100).map { "stun:host-\($0).example.com" })
        #expect(stage.lookups.count == 16)
    }

    @Test("the end of our candidates is told when every server has answered or was given up")
    func end() throws {
        let stage = try stage([])
        let last = stage.trickles.last
        #expect(last?.final == true && last?.target == .publisher)
        #expect(last?.candidateInit.contains(#""sdpMid":"0""#) == true)
        #expect(last?.candidateInit.contains(#""sdpMLineIndex":0"#) == true && last?.candidate == "")
    }

    @Test("each connection tells of its own end")
    func bothEnds() throws {
        let stage = try RoomStage.dual()
        #expect(Set(stage.trickles.filter(\.final).map(\.target)) == [.publisher, .subscriber])
    }

    @Test("a client that must relay tells of no address of its own", arguments: [true, false])
    func relayOnly(isServersWish: Bool) throws {
        let stage = try RoomStage(topology: .dual, policy: isServersWish ? .all : .relay)
        stage.connect()
        stage.bindSockets()
        stage.join { if isServersWish { $0.clientConfiguration.forceRelay = .enabled } }
        let offer = try #require(stage.offers.first)
        #expect(!offer.sdp.contains("a=candidate"))
    }
}
