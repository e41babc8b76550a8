import Contract
import Foundation
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("Offers and answers") struct NegotiationTests {
    @Test("an answer to another offer changes nothing")
    func wrongID() throws {
        let stage = try RoomStage.connected(others: [People.someone("ann", tracks: ["TR_1"])])
        stage.signal(.mediaSectionsRequirement(.with { $0.numAudios = 1 }))
        let offer = try #require(stage.offers.last)
        #expect(offer.id == 2)
        try stage.answer(tracks: ["0": "TR_1"], id: 1)
        #expect(stage.started.isEmpty)
        try stage.answer(tracks: ["0": "TR_1"], id: 2)
        #expect(stage.started == ["TR_1"])
    }

    @Test("an answer without an id is one to the outstanding offer")
    func noID() throws {
        let stage = try RoomStage.connected(others: [People.someone("ann", tracks: ["TR_1"])])
        stage.signal(.mediaSectionsRequirement(.init()))
        try stage.answer(tracks: ["0": "TR_1"], id: 0)
        #expect(stage.started == ["TR_1"])
    }

    @Test("an answer to nothing is ignored")
    func uninvited() throws {
        let stage = try RoomStage.connected()
        stage.signal(.answer(.with { $0.sdp = "nonsense" }))
        #expect(stage.reconnections.isEmpty)
    }

    @Test("what is wanted while an offer is outstanding is offered once, after its answer")
    func oneAtATime() throws {
        let stage = try RoomStage.connected()
        for _ in 0..<3 { stage.signal(.mediaSectionsRequirement(.with { $0.numAudios = 1 })) }
        _ = stage.room.publishAudio(name: "voice", now: stage.now)
        stage.drain()
        #expect(stage.offers.count == 1)
        try stage.answer()
        #expect(stage.reconnections.isEmpty)
        #expect(stage.offers.map(\.id) == [2, 3])
        let sections = stage.offers.map { $0.sdp.components(separatedBy: "m=audio").count - 1 }
        #expect(sections == [2, 5])
        try stage.answer()
        #expect(stage.offers.count == 2)
    }

    @Test("a requirement before the first answer is offered after it")
    func early() throws {
        let stage = try RoomStage()
        stage.connect()
        stage.join()
        stage.signal(bytes: CapturedFrames.mediaSections)
        #expect(stage.offers.isEmpty)
        try stage.answer()
        #expect(stage.offers.map(\.id) == [2])
    }

    @Test("an offer nobody answers, or an answer nobody can use, begins a new session", arguments: [nil, "nonsense"])
    func noAnswer(sdp: String?) throws {
        let stage = try RoomStage.connected()
        stage.signal(.mediaSectionsRequirement(.init()))
        if let sdp {
            stage.signal(
                .answer(
                    .with {
                        $0.sdp = sdp
                        $0.id = 2
                    }))
        } else {
            stage.run(for: .milliseconds(9_990))
            #expect(stage.reconnections.isEmpty)
            stage.run(for: .milliseconds(20))
        }
        #expect(stage.reconnections.count == 1)
    }

    @Test("a track that the server ends is not published again")
    func unpublished() throws {
        let stage = try RoomStage.connected()
        let cid = stage.room.publishAudio(name: "voice", now: stage.now)
        stage.drain()
        try stage.answer()
        stage.signal(
            .trackPublished(
                .with {
                    $0.cid = cid
                    $0.track.sid = "TR_mine"
                }))
        stage.signal(.trackUnpublished(.with { $0.trackSid = "TR_mine" }))
        #expect(stage.offers.count == 2, "its section ends with the next offer")
        stage.lose()
        stage.run(for: .milliseconds(300))
        #expect(stage.openings.last?.joinRequest?.addTrackRequests.isEmpty == true)
    }
}
