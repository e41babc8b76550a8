import Contract
import Foundation
import Peer
import RTP
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("Two peer connections") struct DualTopologyTests {
    @Test("a server without the single topology is asked for the dual one, at once and once")
    func fallback() throws {
        let stage = try RoomStage()
        stage.connect()
        stage.refuse(404, "404 page not found")
        #expect(stage.bindings == 1 && stage.openings.count == 1, "it needs sockets of its own first")
        stage.bindSockets()
        #expect(stage.openings.map(\.path) == ["/rtc/v1", "/rtc"] && stage.reconnections.isEmpty)
        stage.joinDual()
        try stage.offer()
        try stage.answer()
        stage.run(for: .seconds(1))
        #expect(stage.connections == 1)
        stage.lose()
        stage.run(for: .milliseconds(300))
        #expect(stage.openings.map(\.path) == ["/rtc/v1", "/rtc", "/rtc"] && stage.bindings == 1)
    }

    @Test("a server without either is none of ours")
    func neither() throws {
        let stage = try RoomStage()
        stage.connect()
        stage.refuse(404)
        stage.bindSockets()
        stage.refuse(404, "404 page not found")
        stage.run(for: .seconds(60))
        #expect(stage.failure == .some(.serverTooOld) && stage.openings.count == 2)
    }

    @Test("a room that may not be created is no reason to try the other topology")
    func missingRoom() throws {
        let stage = try RoomStage()
        stage.connect()
        stage.refuse(404, "requested room does not exist")
        #expect(stage.openings.count == 1 && stage.bindings == 0)
        #expect(stage.failure == .some(.roomNotFound("requested room does not exist")))
    }

    @Test("a server that let us in once may answer 404 while it restarts")
    func laterRefusal() throws {
        let stage = try RoomStage.connected()
        stage.onOpen = { $0.refuse(404) }
        stage.lose()
        stage.run(for: .seconds(60))
        #expect(stage.openings.allSatisfy { $0.path == "/rtc/v1" } && stage.openings.count == 11)
        #expect(stage.failure == .some(.unreachable("HTTP 404: ")))
    }

    @Test("without sockets for a second connection there is none")
    func noSockets() throws {
        let stage = try RoomStage(topology: .dual)
        stage.connect()
        stage.room.handle(.socketsBound([]), now: stage.now)
        stage.run(for: .milliseconds(300))
        #expect(stage.reconnections == ["there are no sockets for a second media connection"])
        #expect(stage.openings.isEmpty && stage.bindings == 2)
    }

    @Test("the query says who we are and what we understand")
    func query() throws {
        let stage = try RoomStage(topology: .dual)
        stage.connect()
        stage.bindSockets()
        let query = try #require(stage.openings.first?.query)
        let items = Dictionary(uniqueKeysWithValues: query.map { ($0.name, $0.value) })
        #expect(
            items == [
                "sdk": "rust", "version": "1.0.0", "os": "linux", "protocol": "16", "client_protocol": "0",
                "auto_subscribe": "1", "adaptive_stream": "0",
            ])
    }

    @Test("our offer follows the join message, whether or not the server is in a hurry", arguments: [true, false])
    func offers(isFast: Bool) throws {
        let stage = try RoomStage(topology: .dual)
        let cid = stage.room.publishAudio(name: "voice", now: .origin)
        stage.connect()
        stage.bindSockets()
        #expect(stage.requests.isEmpty)
        stage.joinDual(isFast: isFast)
        #expect(stage.kinds(from: 0) == ["addTrack", "offer"])
        let offer = try #require(stage.offers.first)
        #expect(offer.id == 1 && offer.sdp.contains("a=msid:- \(cid)") && offer.sdp.contains("m=application"))
        #expect(!offer.sdp.contains("a=recvonly"), "what we hear comes on the other connection")
    }

    @Test("every offer of the server is answered with its number")
    func answers() throws {
        let stage = try RoomStage.dual()
        try stage.offer(tracks: ["TR_1"])
        #expect(stage.answersSent.map(\.id) == [200, 201] && stage.answersSent.allSatisfy { $0.type == "answer" })
        #expect(stage.answersSent.last?.sdp.contains("a=recvonly") == true)
    }

    @Test("connected means that both connections are, when the server goes by the second one")
    func primary() throws {
        let stage = try RoomStage(topology: .dual)
        stage.connect()
        stage.bindSockets()
        stage.joinDual()
        try stage.answer()
        stage.run(for: .seconds(1))
        #expect(stage.connections == 0)
        try stage.offer()
        stage.run(for: .seconds(1))
        #expect(stage.connections == 1)
    }

    @Test("when the server goes by the first one, the second may never come")
    func secondary() throws {
        let stage = try RoomStage(topology: .dual)
        stage.connect()
        stage.bindSockets()
        stage.joinDual(isPrimary: false)
        try stage.answer()
        stage.run(for: .seconds(1))
        #expect(stage.connections == 1 && stage.offering == nil)
        try stage.data(DataPackets.user(7, sequence: 1))
        #expect(stage.data.map(\.payload) == [[7]])
        try stage.offer(tracks: ["TR_1"])
        stage.update(People.someone("ann", tracks: ["TR_1"]))
        #expect(stage.started == ["TR_1"])
    }

    @Test("a track is named by its section, and heard on the second connection though the server has one port")
    func media() throws {
        let stage = try RoomStage.dual(others: [People.someone("ann", tracks: ["TR_1", "TR_2"])], tracks: ["TR_1"])
        #expect(stage.started == ["TR_1"])
        try stage.speak(onSection: 0)
        #expect(stage.heard == ["TR_1"])
        try stage.offer(tracks: ["TR_2"])
        #expect(stage.started == ["TR_1", "TR_2"] && stage.ended.isEmpty)
    }

    @Test("our sound and our data leave on the first connection, data of others arrives on the second")
    func directions() throws {
        let stage = try RoomStage.dual()
        try stage.act { room, now in try room.send(OutgoingData([1, 2]), now: now) }
        #expect(stage.sent().map(\.user.payload) == [Data([1, 2])])
        try stage.offering?.send(
            DataPackets.user(9, sequence: 1).serializedBytes(), on: "_reliable", now: stage.now)
        stage.run(for: .milliseconds(100))
        #expect(stage.data.map(\.payload) == [[9]])
    }

    @Test("candidates go to the connection they are for")
    func trickle() throws {
        let stage = try RoomStage(topology: .dual)
        stage.connect()
        stage.bindSockets()
        stage.joinDual()
        stage.hidesAddress = true
        try stage.offer()
        try stage.answer()
        stage.run(for: .seconds(1))
        #expect(stage.connections == 0)
        for target in [Livekit_SignalTarget.publisher, .subscriber] { stage.trickle(to: target) }
        stage.run(for: .seconds(1))
        #expect(stage.connections == 1)
    }

    @Test("an offer that cannot be used begins a new session", arguments: ["", "nonsense", "v=0\r\n"])
    func badOffer(sdp: String) throws {
        let stage = try RoomStage.dual()
        stage.signal(.offer(.with { ($0.type, $0.sdp) = ("offer", sdp) }))
        #expect(stage.reconnections.count == 1)
    }

    @Test("messages of the other topology are counted and change nothing")
    func strangers() throws {
        let single = try RoomStage.connected()
        single.signal(.offer(.with { $0.sdp = "v=0" }))
        let dual = try RoomStage.dual()
        dual.signal(.mediaSectionsRequirement(.with { $0.numAudios = 3 }))
        #expect(single.reconnections.isEmpty && dual.reconnections.isEmpty && dual.offers.count == 1)
        let counts = (single.room.counters.unexpectedMessages, dual.room.counters.unexpectedMessages)
        #expect(counts == (1, 1))
    }

    @Test("the loss of either connection begins a new session", arguments: [false, true])
    func losses(isSecond: Bool) throws {
        let stage = try RoomStage.dual()
        if isSecond { stage.offering?.close(now: stage.now) } else { stage.server?.close(now: stage.now) }
        stage.run(for: .milliseconds(1400))
        #expect(stage.openings.count == 2 && stage.reconnections.count == 1)
    }
}
