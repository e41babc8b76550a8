import Contract
import Peer
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("When the server ends the media connection") struct MediaEndTests {
    private func ended() throws -> RoomStage {
        let stage = try RoomStage.connected(.single)
        stage.server?.close(now: stage.now)
        stage.run(for: .milliseconds(500))
        let isConnected = stage.room.isConnected
        #expect(!isConnected && stage.openings.count == 1)
        return stage
    }

    @Test("whoever was removed does not come back, although datagrams overtake the server's word")
    func removed() throws {
        let stage = try ended()
        stage.signal(.leave(.with { $0.reason = .participantRemoved }))
        stage.run(for: .seconds(5))
        #expect(stage.failure == .some(.removed) && stage.openings.count == 1)
    }

    @Test("without a word from the server the session is made anew")
    func silent() throws {
        let stage = try ended()
        stage.run(for: .milliseconds(900))
        #expect(stage.openings.count == 2 && stage.openings.last?.joinRequest?.reconnect == false)
        #expect(stage.reconnections.count == 1)
    }
}
