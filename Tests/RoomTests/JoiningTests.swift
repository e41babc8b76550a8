import Contract
import Peer
import Room
import Secure
import SwiftProtobuf
import Testing
import Timing

@Suite("Joining") struct JoiningTests {
    @Test("the join request carries an offer and the tracks published before")
    func request() throws {
        let stage = try RoomStage()
        let cid = stage.room.publishAudio(name: "voice", now: .origin)
        stage.connect()
        let request = try #require(stage.openings.first?.joinRequest)
        #expect(request.publisherOffer.type == "offer" && request.publisherOffer.id == 1)
        #expect(request.publisherOffer.sdp.contains(cid))
        #expect(request.addTrackRequests.map(\.cid) == [cid])
        #expect(request.connectionSettings.autoSubscribe)
    }

    @Test("redundancy is offered and published where it is wanted", arguments: [0, 2])
    func redundancy(packets: Int) throws {
        var configuration = RoomConfiguration(
            token: "token", certificate: try .selfSigned(), localAddresses: [RoomStage.address])
        configuration.redundancy = Redundancy(sends: packets)
        let stage = RoomStage(configuration: configuration)
        _ = stage.room.publishAudio(name: "voice", now: .origin)
        stage.connect()
        let request = try #require(stage.openings.first?.joinRequest)
        #expect(request.publisherOffer.sdp.contains("red/48000/2") == (packets > 0))
        #expect(request.addTrackRequests.map(\.disableRed) == [packets == 0])
    }

    @Test("a real server's first message lets us in")
    func captured() throws {
        let stage = try RoomStage()
        stage.connect()
        stage.signal(bytes: CapturedFrames.join)
        stage.run(for: .milliseconds(1))
        guard case .joined(let room)? = stage.events.first else {
            Issue.record("not joined")
            return
        }
        #expect(room.identity == "alice" && room.participantSID == "PA_CTqw6QFJsPDH")
        #expect(room.sid == "RM_hRR3pX2HKxMv" && room.serverVersion == "1.13.5")
        #expect(stage.pings == 1, "this server wants pings, and the first one at once")
    }

    @Test("a server that says nothing is left after ten seconds")
    func silence() throws {
        let stage = try RoomStage()
        stage.connect()
        stage.room.handle(.signalOpened, now: stage.now)
        stage.run(for: .milliseconds(9_999))
        #expect(stage.openings.count == 1)
        stage.run(for: .milliseconds(302))
        #expect(stage.openings.count == 2)
        #expect(stage.reconnections == ["the server did not let us in, in time"])
        stage.run(for: .seconds(60))
        #expect(stage.failure == .some(.unreachable("the server did not let us in, in time")))
    }

    @Test("a server that lets us in and brings no media is left after fifteen seconds")
    func noMedia() throws {
        let stage = try RoomStage()
        stage.connect()
        stage.join()
        // The answer comes, and nobody is at its address.
        try stage.answer()
        stage.cutPath()
        stage.run(for: .milliseconds(15_301))
        #expect(stage.openings.count == 2)
        let isConnected = stage.room.isConnected
        #expect(!isConnected)
    }

    @Test("a first message other than join or leave begins a new session")
    func wrongBeginning() throws {
        let stage = try RoomStage()
        stage.connect()
        stage.signal(.refreshToken("token 2"))
        #expect(stage.reconnections == ["the server did not begin with a join message"])
    }

    @Test("a leave as the first message ends the room")
    func unwanted() throws {
        let stage = try RoomStage()
        stage.connect()
        stage.signal(.leave(.with { $0.reason = .roomDeleted }))
        #expect(stage.failure == .some(.roomClosed))
    }

    @Test("the next session uses the newest token", arguments: [false, true])
    func tokens(isMoved: Bool) throws {
        let stage = try RoomStage.connected()
        stage.signal(isMoved ? .roomMoved(.with { $0.token = "token 2" }) : .refreshToken("token 2"))
        stage.lose()
        stage.run(for: .milliseconds(300))
        #expect(stage.openings.map(\.token) == ["token 1", "token 2"])
    }

    @Test("a new session repeats the publications and offers anew from the first offer on")
    func repetition() throws {
        let stage = try RoomStage.connected()
        let cid = stage.room.publishAudio(name: "voice", now: stage.now)
        stage.drain()
        try stage.answer()
        stage.lose()
        stage.run(for: .milliseconds(300))
        let request = try #require(stage.openings.last?.joinRequest)
        #expect(request.addTrackRequests.map(\.cid) == [cid])
        #expect(request.publisherOffer.id == 1)
    }
}
