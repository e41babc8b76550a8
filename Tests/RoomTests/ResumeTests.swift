import Contract
import Foundation
import Peer
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("Resuming a session") struct ResumeTests {
    static let both = [Topology.single, .dual]

    /// A stage with one published track and someone who is heard, whose socket is then lost.
    private func lost(_ topology: Topology) throws -> RoomStage {
        let stage = try RoomStage.connected(topology, others: [People.someone("ann", tracks: ["TR_ann"])])
        try stage.publish("voice", as: "TR_mine")
        switch topology {
        case .single:
            stage.signal(.mediaSectionsRequirement(.init()))
            try stage.answer(tracks: ["0": "TR_ann"])
        case .dual: try stage.offer(tracks: ["TR_ann"])
        }
        #expect(stage.started == ["TR_ann"])
        stage.run(for: .seconds(1))
        stage.lose()
        stage.run(for: .milliseconds(300))
        return stage
    }

    @Test("a lost socket is replaced under the newest token, and names the session", arguments: both)
    func request(topology: Topology) throws {
        let stage = try RoomStage.connected(topology)
        stage.signal(.refreshToken("token 2"))
        stage.lose()
        #expect(stage.reconnections == ["the signalling connection was lost: cut"])
        stage.run(for: .milliseconds(300))
        let opening = try #require(stage.openings.last)
        #expect(stage.openings.count == 2 && opening.token == "token 2")
        switch topology {
        case .single:
            let join = try #require(opening.joinRequest)
            #expect(opening.path == "/rtc/v1" && join.reconnect && join.participantSid == "PA_me")
            #expect(join.reconnectReason == .rrSignalDisconnected && !join.hasPublisherOffer)
            #expect(join.connectionSettings.autoSubscribe && join.clientInfo.protocol == 16)
        case .dual:
            let items = Dictionary(uniqueKeysWithValues: opening.query.map { ($0.name, $0.value) })
            #expect(opening.path == "/rtc" && items["reconnect"] == "1" && items["sid"] == "PA_me")
            #expect(items["reconnect_reason"] == "1" && items["protocol"] == "16")
        }
    }

    @Test("what we have is told before anything else, then ICE is restarted", arguments: both)
    func order(topology: Topology) throws {
        let stage = try lost(topology)
        let before = (stage.requests.count, stage.offers.last?.sdp ?? "")
        stage.takeUp(others: [People.someone("ann", tracks: ["TR_ann"])])
        #expect(stage.kinds(from: before.0) == ["syncState", "offer"])
        let offer = try #require(stage.offers.last)
        #expect(try name(in: offer.sdp) != name(in: before.1))
        if topology == .dual {
            try stage.offer(restarting: true)
            #expect(stage.kinds(from: before.0) == ["syncState", "offer", "answer"])
        }
        #expect(stage.resumptions == 0)
        try stage.answer()
        #expect(stage.resumptions == 1 && stage.reconnections.count == 1)
        stage.run(for: .seconds(20))
        let isConnected = stage.room.isConnected
        #expect(isConnected && stage.reconnections.count == 1 && stage.connections == 1)
    }

    /// The ICE user name of a description.
    private func name(in sdp: String) throws -> String {
        try #require(sdp.components(separatedBy: "\r\n").first { $0.hasPrefix("a=ice-ufrag:") })
    }

    @Test("the state names both descriptions, our tracks with all the server said, and the channels", arguments: both)
    func state(topology: Topology) throws {
        let stage = try lost(topology)
        let (offers, answers) = (stage.offers, stage.answersSent)
        stage.takeUp()
        let state = try #require(stage.syncStates.first)
        switch topology {
        case .single:
            #expect(state.offer.sdp == offers.last?.sdp && state.offer.type == "offer")
            #expect(state.answer.type == "answer" && state.answer.midToTrackID == ["0": "TR_ann"])
        case .dual:
            #expect(state.answer.sdp == answers.last?.sdp && state.answer.type == "answer")
            #expect(state.offer.type == "offer" && state.offer.id == answers.last?.id)
        }
        #expect(state.publishTracks.map(\.track.sid) == ["TR_mine"])
        #expect(state.publishTracks.map(\.track.mimeType) == ["audio/opus"])
        #expect(!state.subscription.subscribe && state.subscription.trackSids.isEmpty)
        let channels = Set(state.dataChannels.map { "\($0.label) \($0.id) \($0.target)" })
        let own: Set = ["_lossy 2 publisher", "_reliable 0 publisher"]
        let theirs: Set = ["_lossy 3 subscriber", "_reliable 1 subscriber"]
        #expect(channels == (topology == .single ? own : own.union(theirs)))
    }

    @Test("tracks are kept: nobody's sound ends, and ours keeps its name and its sequence", arguments: both)
    func kept(topology: Topology) throws {
        let stage = try lost(topology)
        try stage.resume(others: [People.someone("ann", tracks: ["TR_ann"])], tracks: ["0": "TR_ann"])
        #expect(stage.resumptions == 1 && stage.ended.isEmpty && stage.gone.isEmpty && stage.started == ["TR_ann"])
        let published = stage.events.count { if case .trackPublished = $0 { true } else { false } }
        #expect(published == 1)
    }

    @Test("sound flows on while only the socket is lost", arguments: both)
    func sound(topology: Topology) throws {
        let stage = try lost(topology)
        let (before, isConnected) = (stage.framesArrived, stage.room.isConnected)
        #expect(isConnected)
        for _ in 0..<5 {
            stage.room.send(OutgoingFrame([1]), track: stage.published[0], now: stage.now)
            stage.run(for: .milliseconds(20))
        }
        #expect(stage.framesArrived == before + 5)
    }

    @Test("what is asked for meanwhile is said afterwards, in order", arguments: both)
    func queue(topology: Topology) throws {
        let stage = try lost(topology)
        let before = stage.requests.count
        stage.room.setMuted(true, track: stage.published[0], now: stage.now)
        stage.room.setAttributes(["a": "b"], now: stage.now)
        stage.room.subscribe(false, to: "TR_ann", now: stage.now)
        _ = stage.room.publishAudio(name: "second", now: stage.now)
        stage.drain()
        #expect(stage.requests.count == before)
        stage.takeUp(others: [People.someone("ann", tracks: ["TR_ann"])])
        if topology == .dual { try stage.offer(restarting: true) }
        let mended = stage.requests.count
        try stage.answer()
        #expect(
            stage.kinds(from: mended) == ["mute", "updateMetadata", "subscription", "addTrack", "offer"])
        try stage.answer()
        #expect(stage.reconnections.count == 1)
    }

    @Test("a full queue drops the newest, and counts them")
    func fullQueue() throws {
        let stage = try lost(.single)
        for number in 0..<300 { stage.room.subscribe(false, to: "TR_\(number)", now: stage.now) }
        let before = stage.requests.count
        try stage.resume()
        let asked = stage.requests.dropFirst(before).compactMap {
            if case .subscription(let subscription)? = $0.message { subscription.trackSids.first } else { nil }
        }
        #expect(asked == (0..<256).map { "TR_\($0)" })
        let dropped = stage.room.counters.droppedRequests
        #expect(dropped == 44)
    }

    @Test("reliable packets that the server did not see are sent again, and no others", arguments: both)
    func resending(topology: Topology) throws {
        let stage = try lost(topology)
        stage.cutPath()
        for byte in 1...3 as ClosedRange<UInt8> {
            try stage.room.send(OutgoingData([byte]), now: stage.now)
        }
        stage.run(for: .milliseconds(500))
        stage.restorePath()
        try stage.resume(lastMessage: 2)
        let packets = stage.sent()
        #expect(Set(packets.map(\.sequence)) == [1, 2, 3])
        #expect(packets.filter { $0.sequence == 3 }.count == 2, "once by the channel, once by the resumed session")
        #expect(packets.count == 4)
    }

    @Test("what we received is reported per sender", arguments: both)
    func received(topology: Topology) throws {
        let stage = try RoomStage.connected(topology)
        let packet = DataPackets.user(9, sequence: 41)
        switch topology {
        case .single: try stage.data(packet)
        case .dual: try stage.offering?.send(packet.serializedBytes(), on: "_reliable", now: stage.now)
        }
        stage.run(for: .seconds(1))
        stage.lose()
        stage.run(for: .milliseconds(300))
        stage.takeUp()
        let states = stage.syncStates.first?.datachannelReceiveStates
        #expect(states?.map(\.publisherSid) == ["PA_ann"] && states?.map(\.lastSeq) == [41])
    }

    @Test("who left meanwhile is let go when the list is whole, and a version may be repeated", arguments: both)
    func roster(topology: Topology) throws {
        let stage = try RoomStage.connected(
            topology, others: [People.someone("ann", version: 5), People.someone("bob")])
        stage.lose()
        stage.run(for: .milliseconds(300))
        try stage.resume(others: [People.someone("ann", version: 5, tracks: ["TR_1"])])
        #expect(stage.gone.map(\.identity) == ["bob"])
        #expect(stage.changed.map { $0.tracks.map(\.sid) } == [["TR_1"]])
    }

    @Test("a list that does not name us is no list of everybody")
    func partialRoster() throws {
        let stage = try RoomStage.connected(.single, others: [People.someone("ann"), People.someone("bob")])
        stage.lose()
        stage.run(for: .milliseconds(300))
        stage.signal(.reconnect(.init()))
        stage.update(People.someone("ann", version: 2))
        try stage.answer()
        #expect(stage.resumptions == 1 && stage.gone.isEmpty)
    }

    @Test("an offer that was lost with the socket is not waited for", arguments: both)
    func outstanding(topology: Topology) throws {
        let stage = try RoomStage.connected(topology)
        try stage.publish("voice", as: "TR_mine", isAnswered: false)
        stage.lose()
        stage.run(for: .milliseconds(300))
        try stage.resume()
        #expect(stage.resumptions == 1 && stage.offers.last?.sdp.contains(stage.published[0]) == true)
        stage.run(for: .seconds(60))
        #expect(stage.reconnections.count == 1)
    }

    @Test("a dead path is mended by the restart, and the session is resumed when it works", arguments: both)
    func deadPath(topology: Topology) throws {
        let stage = try RoomStage.connected(topology)
        stage.cutPath()
        stage.run(for: .seconds(13))
        #expect(stage.reconnections == ["the media path was lost"])
        #expect(stage.openings.count == 2 && stage.closings == 1)
        stage.takeUp()
        if topology == .dual { try stage.offer(restarting: true) }
        try stage.answer()
        stage.run(for: .seconds(2))
        let isConnected = stage.room.isConnected
        #expect(stage.resumptions == 0 && !isConnected)
        stage.restorePath()
        stage.run(for: .seconds(3))
        #expect(stage.resumptions == 1 && stage.reconnections.count == 1)
    }

    @Test("a path that stays dead ends in a new session")
    func hopeless() throws {
        let stage = try RoomStage.connected(.single)
        stage.cutPath()
        stage.run(for: .seconds(13))
        stage.takeUp()
        try stage.answer()
        stage.run(for: .seconds(16))
        #expect(stage.reconnections.count == 2)
        #expect(stage.openings.last?.joinRequest?.reconnect == false)
    }

    @Test("a real server's beginning of a resumed session is understood, and its offer answered")
    func captured() throws {
        let stage = try RoomStage(topology: .dual)
        stage.letsResume = true
        stage.connect()
        stage.bindSockets()
        stage.joinDual(isPrimary: false)
        try stage.answer()
        stage.run(for: .seconds(1))
        stage.signal(bytes: CapturedFrames.offer)
        #expect(stage.answersSent.map(\.id) == [2])
        stage.lose()
        stage.run(for: .milliseconds(300))
        let before = stage.requests.count
        stage.signal(bytes: CapturedFrames.reconnect)
        stage.signal(bytes: CapturedFrames.offer)
        #expect(stage.kinds(from: before) == ["syncState", "offer", "answer"])
        #expect(stage.lookups.count == 3 && stage.syncStates.first?.offer.id == 2)
        try stage.answer()
        #expect(stage.resumptions == 1)
    }

    @Test("pings go on after resuming, as often as before")
    func pings() throws {
        let stage = try RoomStage()
        stage.letsResume = true
        stage.connect()
        stage.join(ping: 5, patience: 15)
        try stage.answer()
        stage.run(for: .seconds(1))
        stage.lose()
        stage.run(for: .milliseconds(300))
        let before = stage.pings
        try stage.resume()
        stage.run(for: .seconds(10))
        #expect(stage.pings == before + 3)
    }
}
