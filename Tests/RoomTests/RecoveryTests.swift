import Contract
import Peer
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("What is tried when the connection is lost") struct RecoveryTests {
    /// The kinds of the attempts after the first session.
    private func attempts(_ stage: RoomStage) -> [Bool] {
        stage.openings.dropFirst().map { $0.joinRequest?.reconnect ?? false }
    }

    private func connected() throws -> RoomStage { try RoomStage.connected(.single) }

    @Test("each action of a leave message has its answer")
    func leaveActions() throws {
        for (action, isResumed) in [(Livekit_LeaveRequest.Action.resume, true), (.reconnect, false)] {
            let stage = try connected()
            stage.signal(.leave(.with { $0.action = action }))
            stage.run(for: .milliseconds(300))
            #expect(attempts(stage) == [isResumed] && stage.failure == nil)
        }
        let older = try connected()
        older.signal(.leave(.with { $0.canReconnect = true }))
        older.run(for: .milliseconds(300))
        #expect(attempts(older) == [false])
        let last = try connected()
        last.signal(.leave(.with { $0.reason = .duplicateIdentity }))
        #expect(last.failure == .some(.duplicateIdentity))
    }

    @Test("a server that goes silent is tried for the same session first")
    func silence() throws {
        let stage = try RoomStage()
        stage.letsResume = true
        stage.connect()
        stage.join(ping: 5, patience: 15)
        try stage.answer()
        stage.run(for: .milliseconds(15_400))
        #expect(stage.reconnections == ["the server has gone silent"] && attempts(stage) == [true])
    }

    @Test("a server that forbids resuming is not asked to")
    func disabled() throws {
        let stage = try RoomStage.connected()
        stage.lose()
        stage.run(for: .milliseconds(300))
        #expect(attempts(stage) == [false])
    }

    @Test("a track that is not acknowledged cannot be resumed")
    func unacknowledged() throws {
        let stage = try connected()
        _ = stage.room.publishAudio(name: "voice", now: stage.now)
        stage.lose()
        stage.run(for: .milliseconds(300))
        #expect(attempts(stage) == [false])
    }

    @Test("a session that was never connected is begun anew")
    func neverConnected() throws {
        let stage = try RoomStage()
        stage.letsResume = true
        stage.connect()
        stage.join()
        stage.lose()
        stage.run(for: .milliseconds(300))
        #expect(attempts(stage) == [false])
    }

    /// What may go wrong while a session is resumed.
    enum Anomaly: CaseIterable {
        case refused, unauthorized, unreachable, closed, silent, joined, left, wrongFirst, noAnswer, badAnswer
        case channelClosed
    }

    @Test("whatever goes wrong while resuming, the next attempt is a new session", arguments: Anomaly.allCases)
    func anomalies(anomaly: Anomaly) throws {
        let stage = try connected()
        stage.lose()
        stage.run(for: .milliseconds(300))
        try spoil(stage, by: anomaly)
        stage.run(for: .milliseconds(700))
        #expect(attempts(stage) == [true, false] && stage.failure == nil && stage.resumptions == 0)
        stage.join()
        try stage.answer()
        stage.run(for: .seconds(1))
        #expect(stage.connections == 2)
    }

    private func spoil(_ stage: RoomStage, by anomaly: Anomaly) throws {
        switch anomaly {
        case .refused: stage.refuse(404)
        case .unauthorized: stage.refuse(401)
        case .unreachable: stage.refuse(nil, "nobody there")
        case .closed: stage.lose()
        case .silent: stage.run(for: .seconds(10))
        case .joined: stage.join()
        case .left: stage.signal(.leave(.with { ($0.action, $0.reason) = (.reconnect, .stateMismatch) }))
        case .wrongFirst: stage.signal(.refreshToken("token 2"))
        case .noAnswer:
            stage.takeUp()
            stage.run(for: .seconds(10))
        case .badAnswer:
            stage.takeUp()
            stage.signal(.answer(.with { $0.sdp = "nonsense" }))
        case .channelClosed:
            stage.takeUp()
            stage.server?.close(now: stage.now)
        }
    }

    @Test("a session that breaks again as soon as it is resumed is begun anew")
    func brokenAtOnce() throws {
        let stage = try connected()
        stage.lose()
        stage.run(for: .milliseconds(300))
        stage.takeUp()
        try stage.answer()
        #expect(stage.resumptions == 1)
        stage.lose()
        stage.run(for: .milliseconds(600))
        #expect(attempts(stage) == [true, false])
    }

    @Test("a session that works for a while is resumed every time")
    func everyTime() throws {
        let stage = try connected()
        for _ in 0..<20 {
            stage.lose()
            stage.run(for: .milliseconds(300))
            try stage.resume()
        }
        #expect(attempts(stage) == Array(repeating: true, count: 20) && stage.resumptions == 20)
        #expect(stage.connections == 1)
    }

    @Test("a new session announces only who really came or went, and publishes our tracks again")
    func restart() throws {
        let stage = try RoomStage.connected(others: [People.someone("ann", tracks: ["TR_1"]), People.someone("bob")])
        try stage.publish("voice", as: "TR_mine")
        stage.room.subscribe(false, to: "TR_1", now: stage.now)
        stage.lose()
        stage.run(for: .milliseconds(300))
        let before = stage.requests.count
        stage.join(others: [People.someone("ann", version: 1, tracks: ["TR_1"]), People.someone("cleo")])
        #expect(stage.arrived.map(\.identity) == ["ann", "bob", "cleo"] && stage.gone.map(\.identity) == ["bob"])
        #expect(stage.openings.last?.joinRequest?.addTrackRequests.map(\.cid) == stage.published)
        #expect(stage.kinds(from: before) == ["subscription"], "what was declined stays declined")
    }

    @Test("what was asked for while there was no session is said in the next, except what belonged to the last")
    func queued() throws {
        let stage = try RoomStage.connected()
        try stage.publish("voice", as: "TR_mine")
        stage.lose()
        stage.room.setMuted(true, track: stage.published[0], now: stage.now)
        stage.room.setAttributes(["a": "b"], now: stage.now)
        stage.run(for: .milliseconds(300))
        #expect(stage.openings.last?.joinRequest?.addTrackRequests.map(\.muted) == [true])
        let before = stage.requests.count
        stage.join()
        #expect(stage.kinds(from: before) == ["updateMetadata"])
    }

    @Test("sound sent while there is no session is dropped")
    func sound() throws {
        let stage = try RoomStage.connected()
        try stage.publish("voice", as: "TR_mine")
        stage.run(for: .seconds(1))
        stage.lose()
        for _ in 0..<50 {
            stage.room.send(OutgoingFrame([1]), track: stage.published[0], now: stage.now)
            stage.run(for: .milliseconds(2))
        }
        stage.run(for: .milliseconds(300))
        #expect(stage.framesArrived == 0)
    }

    @Test("a room that moves keeps its connection, and takes its people and its token from the message")
    func moved() throws {
        let stage = try RoomStage.connected(.single, others: [People.someone("ann"), People.someone("bob")])
        stage.signal(
            .roomMoved(
                .with {
                    $0.room.name = "another"
                    $0.token = "token 2"
                    $0.participant = People.someone("me", sid: "PA_moved")
                    $0.otherParticipants = [People.someone("bob", version: 2), People.someone("cleo")]
                }))
        #expect(stage.gone.map(\.identity) == ["ann"])
        #expect(stage.arrived.map(\.identity) == ["ann", "bob", "cleo"] && stage.reconnections.isEmpty)
        let moves = stage.events.compactMap { if case .moved(let room) = $0 { room } else { nil } }
        #expect(moves.map(\.name) == ["another"] && moves.map(\.participantSID) == ["PA_moved"])
        stage.lose()
        stage.run(for: .milliseconds(300))
        #expect(stage.openings.last?.token == "token 2")
        #expect(stage.openings.last?.joinRequest?.participantSid == "PA_moved")
    }

    @Test("leaving while resuming ends at once, and says so only when somebody listens", arguments: [false, true])
    func leaving(isTakenUp: Bool) throws {
        let stage = try connected()
        stage.lose()
        stage.run(for: .milliseconds(300))
        if isTakenUp { stage.takeUp() }
        stage.room.leave(now: stage.now)
        stage.run(for: .seconds(60))
        #expect(stage.failure == .some(nil) && stage.leaves.count == (isTakenUp ? 1 : 0))
        #expect(stage.openings.count == 2)
    }
}
