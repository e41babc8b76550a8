import Contract
import Foundation
import Peer
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("Sessions that do not go as planned") struct UnevenSessionTests {
    @Test("a track published after the join request has left is published in this session")
    func latePublication() throws {
        let stage = try RoomStage()
        stage.connect()
        let cid = stage.room.publishAudio(name: "microphone", now: stage.now)
        stage.join()
        try stage.answer()
        let asked = stage.requests.compactMap { if case .addTrack(let track)? = $0.message { track.cid } else { nil } }
        #expect(asked == [cid])
        #expect(stage.offers.map(\.id) == [2] && stage.offers.last?.sdp.contains(cid) == true)
        try stage.answer()
        stage.run(for: .seconds(1))
        let isConnected = stage.room.isConnected
        #expect(isConnected && stage.openings.count == 1)
    }

    @Test("sections that are added while an offer is outstanding do not spoil its answer")
    func laterSections() throws {
        let stage = try RoomStage.connected()
        for _ in 0..<3 { stage.signal(.mediaSectionsRequirement(.with { $0.numAudios = 1 })) }
        try stage.answer()
        try stage.answer()
        #expect(stage.offers.map(\.id) == [2, 3])
        #expect(stage.reconnections.isEmpty)
    }

    @Test("a server that breaks every session as soon as it works is given up")
    func shortSessions() throws {
        let stage = try RoomStage.connected()
        for _ in 0..<30 where stage.failure == nil {
            stage.lose()
            stage.run(for: .seconds(8))
            stage.join()
            try stage.answer()
            stage.run(for: .milliseconds(300))
        }
        guard case .some(.some(.unreachable)) = stage.failure else {
            Issue.record("the loop has no end")
            return
        }
        #expect(stage.openings.count <= 12)
    }

    @Test("a session that is begun anew ends without a goodbye, one that is left with one", arguments: [false, true])
    func goodbye(isLeaving: Bool) throws {
        let stage = try RoomStage.connected()
        if isLeaving { stage.room.leave(now: stage.now) } else { stage.lose() }
        stage.run(for: .milliseconds(200))
        let isClosed = stage.server?.isClosed
        #expect(isClosed == isLeaving)
    }

    @Test("texts that nobody will finish do not stand in the way of others")
    func abandonedTexts() throws {
        let stage = try RoomStage.connected(others: [.with { ($0.sid, $0.identity) = ("PA_1", "ann") }])
        for number in 0..<256 { try stage.data(header("\(number)", from: "PA_1")) }
        stage.update(.with { ($0.sid, $0.identity, $0.state) = ("PA_1", "ann", .disconnected) })
        try stage.data(header("new", from: "PA_2"))
        try stage.data(
            .with {
                $0.participantSid = "PA_2"
                $0.streamTrailer.streamID = "new"
            })
        #expect(stage.texts.map(\.stream.id) == ["new"])
    }

    private func header(_ stream: String, from sid: String) -> Livekit_DataPacket {
        .with {
            $0.participantSid = sid
            $0.streamHeader.streamID = stream
            $0.streamHeader.textHeader = .init()
        }
    }
}
