import Contract
import Room
import Testing
import Timing

@Suite("Who is in the room") struct ParticipantTests {
    @Test("an older version of a participant is ignored, and the same one again; a newer one is taken")
    func versions() throws {
        let stage = try RoomStage.connected(others: [People.someone("ann", version: 5)])
        stage.update(People.someone("ann", version: 4, tracks: ["TR_old"]))
        stage.update(People.someone("ann", version: 5, tracks: ["TR_same"]))
        #expect(stage.changed.isEmpty)
        stage.update(People.someone("ann", version: 6, tracks: ["TR_new"]))
        #expect(stage.changed.map { $0.tracks.map(\.sid) } == [["TR_new"]])
    }

    @Test("a server that does not number its descriptions is believed as it speaks")
    func unnumbered() throws {
        let stage = try RoomStage.connected(others: [People.someone("ann", version: 0)])
        stage.update(People.someone("ann", version: 0, tracks: ["TR_1"]))
        #expect(stage.changed.map { $0.tracks.map(\.sid) } == [["TR_1"]])
    }

    @Test("hidden participants never appear")
    func hidden() throws {
        var ghost = People.someone("ghost")
        ghost.permission.hidden = true
        let stage = try RoomStage.connected(others: [ghost])
        stage.update(ghost)
        #expect(stage.arrived.isEmpty)
    }

    @Test("what the server says of ourselves is told when it changes, permissions too")
    func own() throws {
        let stage = try RoomStage.connected()
        var me = People.someone("me", sid: "PA_me", version: 3)
        me.attributes = ["a": "b"]
        me.permission.canPublish = false
        stage.update(me)
        me.version = 4
        stage.update(me)
        let known = stage.room.own
        let own = try #require(known)
        #expect(own.attributes == ["a": "b"] && !own.permissions.canPublish)
        let changes = stage.events.count { if case .ownChanged = $0 { true } else { false } }
        #expect(changes == 1)
    }

    @Test("an identity that comes back under a new session id leaves and joins")
    func newSession() throws {
        let stage = try RoomStage.connected(others: [People.someone("ann", sid: "PA_1", version: 9)])
        stage.update(People.someone("ann", sid: "PA_2", version: 1))
        #expect(stage.gone.map(\.sid) == ["PA_1"])
        #expect(stage.arrived.map(\.sid) == ["PA_1", "PA_2"])
        stage.update(People.gone("ann", sid: "PA_1"))
        #expect(stage.gone.count == 1, "the end of the older session is no news")
        let others = stage.room.others
        #expect(others.map(\.sid) == ["PA_2"])
    }

    @Test("who is gone is announced once, with how it went")
    func leaving() throws {
        let stage = try RoomStage.connected(others: [People.someone("ann")])
        var last = People.gone("ann")
        last.disconnectReason = .connectionTimeout
        stage.update(last)
        stage.update(last)
        #expect(stage.gone.map(\.connectionBroke) == [true])
        #expect(stage.gone.map(\.identity) == ["ann"])
    }

    @Test("what the server says of ourselves is no participant")
    func ourselves() throws {
        let stage = try RoomStage.connected()
        stage.update(People.someone("me", sid: "PA_me", version: 3), People.someone("me", sid: "PA_older"))
        #expect(stage.arrived.isEmpty)
    }

    @Test("a participant that a new session no longer lists has left")
    func afterReconnection() throws {
        let stage = try RoomStage.connected(others: [People.someone("ann"), People.someone("bob")])
        stage.lose()
        stage.run(for: .milliseconds(300))
        stage.join(others: [People.someone("bob", version: 2), People.someone("cleo")])
        #expect(stage.gone.map(\.identity) == ["ann"])
        #expect(stage.arrived.map(\.identity) == ["ann", "bob", "cleo"])
    }

    @Test("a track is heard when it is both announced and carried, in either order", arguments: [false, true])
    func tracks(isCarriedFirst: Bool) throws {
        let stage = try RoomStage.connected(others: [People.someone("ann")])
        let announce = { stage.update(People.someone("ann", version: 2, tracks: ["TR_1"])) }
        if !isCarriedFirst { announce() }
        stage.signal(.mediaSectionsRequirement(.init()))
        try stage.answer(tracks: ["0": "TR_1"])
        if isCarriedFirst {
            #expect(stage.started.isEmpty)
            announce()
        }
        #expect(stage.started == ["TR_1"] && stage.ended.isEmpty)
        stage.update(People.someone("ann", version: 3))
        #expect(stage.ended == ["TR_1"])
    }

    @Test("a track that the next answer no longer carries has ended")
    func movedOn() throws {
        let stage = try RoomStage.connected(others: [People.someone("ann", tracks: ["TR_1", "TR_2"])])
        for tracks in [["0": "TR_1"], ["0": "TR_2"]] {
            stage.signal(.mediaSectionsRequirement(.init()))
            try stage.answer(tracks: tracks)
        }
        #expect(stage.started == ["TR_1", "TR_2"] && stage.ended == ["TR_1"])
    }

    @Test("a real server's updates are understood")
    func captured() throws {
        let stage = try RoomStage.connected()
        stage.signal(bytes: CapturedFrames.update)
        #expect(stage.arrived.map(\.identity) == ["alice"])
        #expect(stage.arrived.first?.tracks.map(\.sid) == ["TR_AMjspdRoFD7fqC"])
        stage.signal(bytes: CapturedFrames.speakers)
        guard case .speakersChanged(let speakers)? = stage.events.last else {
            Issue.record("no speakers")
            return
        }
        #expect(speakers.map(\.participantSID) == ["PA_CTqw6QFJsPDH"])
        #expect(speakers.map(\.level) == [0.125] && speakers.allSatisfy(\.isActive))
    }
}
