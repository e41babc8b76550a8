import Contract
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("How a room ends") struct EndingTests {
    @Test(
        "every reason a server gives has its failure",
        arguments: [
            (Livekit_DisconnectReason.duplicateIdentity, RoomFailure.duplicateIdentity),
            (.participantRemoved, .removed), (.roomDeleted, .roomClosed), (.roomClosed, .roomClosed),
            (.serverShutdown, .serverShutdown), (.stateMismatch, .disconnected(reason: 6)),
            (.UNRECOGNIZED(77), .disconnected(reason: 77)),
        ])
    func reasons(reason: Livekit_DisconnectReason, failure: RoomFailure) throws {
        let stage = try RoomStage.connected()
        stage.signal(.leave(.with { $0.reason = reason }))
        stage.run(for: .seconds(60))
        #expect(stage.failure == .some(failure))
        #expect(stage.openings.count == 1 && stage.leaves.isEmpty)
    }

    @Test(
        "a server that wants us back gets a new session, whatever its reason",
        arguments: [Livekit_LeaveRequest.Action.resume, .reconnect],
        [Livekit_DisconnectReason.serverShutdown, .duplicateIdentity])
    func comeBack(action: Livekit_LeaveRequest.Action, reason: Livekit_DisconnectReason) throws {
        let stage = try RoomStage.connected()
        stage.signal(
            .leave(
                .with {
                    $0.action = action
                    $0.reason = reason
                }))
        stage.run(for: .milliseconds(300))
        #expect(stage.openings.count == 2 && stage.failure == nil)
    }

    @Test("the older way of asking us back counts too")
    func canReconnect() throws {
        let stage = try RoomStage.connected()
        stage.signal(.leave(.with { $0.canReconnect = true }))
        stage.run(for: .milliseconds(300))
        #expect(stage.openings.count == 2 && stage.failure == nil)
    }

    @Test("leaving says so once, closes the socket, and is no failure")
    func leaving() throws {
        let stage = try RoomStage.connected()
        stage.room.leave(now: stage.now)
        stage.room.leave(now: stage.now)
        stage.drain()
        #expect(stage.leaves.count == 1)
        #expect(stage.leaves.first?.reason == .clientInitiated && stage.leaves.first?.action == .disconnect)
        #expect(stage.closings == 1 && stage.failure == .some(nil))
    }

    @Test("after the end nothing follows, whatever arrives or is asked")
    func nothingFollows() throws {
        let stage = try RoomStage.connected()
        let cid = stage.room.publishAudio(name: "voice", now: stage.now)
        stage.signal(
            .trackPublished(
                .with {
                    $0.cid = cid
                    $0.track.sid = "TR_1"
                }))
        stage.room.leave(now: stage.now)
        stage.drain()
        let (events, requests) = (stage.events.count, stage.requests.count)
        stage.lose()
        stage.refuse(503)
        stage.join()
        stage.room.setMuted(true, track: cid, now: stage.now)
        stage.room.subscribe(true, to: "TR_2", now: stage.now)
        stage.room.setAttributes(["a": "b"], now: stage.now)
        _ = stage.room.publishAudio(name: "another", now: stage.now)
        stage.run(for: .seconds(60))
        #expect(stage.events.count == events && stage.requests.count == requests)
        #expect(stage.openings.count == 1 && stage.timeout == nil)
    }

    @Test("a deadline that ends the room is its last word, even when a ping is due with it")
    func lastWord() throws {
        let stage = try RoomStage()
        // The server lets us in each time, asks for pings, and never answers an offer.
        stage.onOpen = { $0.join(ping: 5, patience: 60) }
        stage.connect()
        stage.run(for: .seconds(600))
        #expect(stage.failure == .some(.unreachable("the server did not answer an offer")))
        // At 0 and 5 s of each of the eleven sessions; not with the deadline at 10 s.
        #expect(stage.openings.count == 11 && stage.pings == 22)
    }
}
