import Contract
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("Requests about ourselves") struct RequestTests {
    @Test("attributes, metadata and name are asked for one by one, and each answer finds its request")
    func answers() throws {
        let stage = try RoomStage.connected()
        let ids = [
            stage.room.setAttributes(["a": "b"], now: stage.now), stage.room.setMetadata("m", now: stage.now),
            stage.room.setName("n", now: stage.now),
        ]
        stage.drain()
        #expect(Set(ids).count == 3 && !ids.contains(0) && stage.updates.map(\.requestID) == ids)
        #expect(stage.updates.map(\.attributes) == [["a": "b"], [:], [:]])
        #expect(stage.updates.map(\.metadata) == ["", "m", ""] && stage.updates.map(\.name) == ["", "", "n"])
        stage.answer(ids[2], .ok)
        stage.answer(ids[0], .notAllowed, "no grant")
        stage.answer(999, .ok)
        #expect(stage.outcomes == [ids[2]: .accepted, ids[0]: .refused(.notAllowed, "no grant")])
    }

    @Test("a request that nobody answers has an end after five seconds, once")
    func unanswered() throws {
        let stage = try RoomStage.connected()
        let id = stage.room.setAttributes(["a": "b"], now: stage.now)
        stage.run(for: .milliseconds(4_999))
        #expect(stage.outcomes.isEmpty)
        stage.run(for: .milliseconds(2))
        #expect(stage.outcomes == [id: .unanswered])
        stage.answer(id, .ok)
        #expect(stage.outcomes == [id: .unanswered])
    }

    @Test("of too many requests at once the oldest counts as unanswered")
    func tooMany() throws {
        let stage = try RoomStage.connected()
        let ids = (0..<66).map { stage.room.setName("\($0)", now: stage.now) }
        stage.drain()
        #expect(stage.outcomes == [ids[0]: .unanswered, ids[1]: .unanswered])
    }

    @Test("a captured answer of a real server is understood")
    func captured() throws {
        let stage = try RoomStage.connected()
        let id = stage.room.setAttributes(["lk.agent.state": "listening"], now: stage.now)
        #expect(id == 1)
        stage.signal(bytes: CapturedFrames.requestResponse)
        #expect(stage.outcomes == [1: .accepted])
    }

    @Test("a track that may not be published is given up, and the owner hears why")
    func refusedTrack() throws {
        let stage = try RoomStage.connected()
        let cid = stage.room.publishAudio(name: "voice", now: stage.now)
        stage.drain()
        try stage.answer()
        stage.signal(
            .requestResponse(
                .with {
                    $0.reason = .notAllowed
                    $0.addTrack.cid = cid
                }))
        let refused = stage.events.compactMap { if case .trackRefused(let cid, _) = $0 { cid } else { nil } }
        #expect(refused == [cid])
        stage.lose()
        stage.run(for: .milliseconds(300))
        #expect(stage.openings.last?.joinRequest?.addTrackRequests.isEmpty == true)
    }

    @Test("a mute by the server is obeyed, confirmed once and told")
    func muted() throws {
        let stage = try RoomStage.connected()
        try stage.publish("voice", as: "TR_mine")
        for _ in 0..<2 { stage.signal(.mute(.with { ($0.sid, $0.muted) = ("TR_mine", true) })) }
        stage.signal(.mute(.with { ($0.sid, $0.muted) = ("TR_other", true) }))
        #expect(stage.mutes.map(\.muted) == [true] && stage.mutes.map(\.sid) == ["TR_mine"])
        let told = stage.events.count { if case .muteRequested = $0 { true } else { false } }
        #expect(told == 2)
    }

    @Test("the room's description and everybody's quality are told")
    func descriptions() throws {
        let stage = try RoomStage.connected()
        for _ in 0..<2 {
            stage.signal(
                .roomUpdate(
                    .with {
                        $0.room.sid = "RM_1"
                        $0.room.metadata = "about"
                        $0.room.numParticipants = 4
                    }))
        }
        let rooms = stage.events.compactMap { if case .roomChanged(let room) = $0 { room } else { nil } }
        #expect(rooms.map(\.sid) == ["RM_1"] && rooms.map(\.metadata) == ["about"])
        #expect(rooms.map(\.participantCount) == [4] && rooms.map(\.name) == ["room"])
        stage.signal(
            .connectionQuality(
                .with {
                    $0.updates = [
                        .with { ($0.participantSid, $0.quality, $0.score) = ("PA_ann", .lost, 0) },
                        .with { ($0.participantSid, $0.quality, $0.score) = ("PA_me", .excellent, 4.5) },
                    ]
                }))
        let qualities = stage.events.compactMap { if case .qualityChanged(let all) = $0 { all } else { nil } }
        #expect(qualities.first?.map(\.level) == [.lost, .excellent])
    }

    @Test("a track that we may not hear is told, with the reason")
    func refusedSubscription() throws {
        let stage = try RoomStage.connected()
        stage.signal(.subscriptionPermissionUpdate(.with { ($0.trackSid, $0.allowed) = ("TR_1", true) }))
        stage.signal(.subscriptionPermissionUpdate(.with { ($0.trackSid, $0.allowed) = ("TR_1", false) }))
        stage.signal(.subscriptionResponse(.with { ($0.trackSid, $0.err) = ("TR_2", .seCodecUnsupported) }))
        let refused = stage.events.compactMap {
            if case .subscriptionRefused(let track, let refusal) = $0 { "\(track) \(refusal)" } else { nil }
        }
        #expect(refused == ["TR_1 notPermitted", "TR_2 codecUnsupported"])
    }
}
