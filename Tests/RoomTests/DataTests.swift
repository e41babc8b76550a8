import Contract
import Foundation
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("Data and texts as they arrive") struct DataTests {
    private func packet(_ byte: UInt8, sequence: UInt32, from sid: String = "PA_ann") -> Livekit_DataPacket {
        .with {
            $0.sequence = sequence
            $0.participantSid = sid
            $0.participantIdentity = "ann"
            $0.user.payload = Data([byte])
        }
    }

    private func header(_ stream: String, from sender: String = "ann") -> Livekit_DataPacket {
        .with {
            $0.participantIdentity = sender
            $0.participantSid = "PA_\(sender)"
            $0.streamHeader.streamID = stream
            $0.streamHeader.topic = "lk.chat"
            $0.streamHeader.textHeader = .init()
        }
    }

    private func chunk(_ stream: String, _ index: UInt64, _ text: String) -> Livekit_DataPacket {
        .with {
            $0.participantIdentity = "ann"
            $0.participantSid = "PA_ann"
            $0.streamChunk.streamID = stream
            $0.streamChunk.chunkIndex = index
            $0.streamChunk.content = Data(text.utf8)
        }
    }

    private func trailer(_ stream: String, reason: String = "") -> Livekit_DataPacket {
        .with {
            $0.participantIdentity = "ann"
            $0.participantSid = "PA_ann"
            $0.streamTrailer.streamID = stream
            $0.streamTrailer.reason = reason
        }
    }

    @Test("a reliable packet that comes again is dropped, per sender; lossy ones are taken as they come")
    func duplicates() throws {
        let stage = try RoomStage.connected()
        for (byte, sequence) in [(1, 1), (2, 2), (2, 2), (1, 1), (3, 5)] as [(UInt8, UInt32)] {
            try stage.data(packet(byte, sequence: sequence))
        }
        try stage.data(packet(4, sequence: 1, from: "PA_bob"))
        for _ in 0..<2 { try stage.data(packet(9, sequence: 1), on: "_lossy") }
        #expect(stage.data.map(\.payload) == [[1], [2], [3], [4], [9], [9]])
        #expect(stage.data.map(\.isReliable) == [true, true, true, true, false, false])
    }

    @Test("a text grows chunk by chunk and is final with its trailer")
    func text() throws {
        let stage = try RoomStage.connected()
        for packet in [header("s"), chunk("s", 0, "Good "), chunk("s", 1, "day"), trailer("s")] {
            try stage.data(packet)
        }
        #expect(stage.texts.map(\.text) == ["Good ", "Good day", "Good day"])
        #expect(stage.texts.map(\.isFinal) == [false, false, true])
        #expect(stage.texts.last?.topic == "lk.chat" && stage.texts.last?.participantIdentity == "ann")
    }

    @Test("a text with a gap, a repetition or no beginning never becomes final", arguments: [0, 2, 9] as [UInt64])
    func gaps(index: UInt64) throws {
        let stage = try RoomStage.connected()
        for packet in [header("s"), chunk("s", 0, "a"), chunk("s", index, "b"), chunk("s", 1, "c"), trailer("s")] {
            try stage.data(packet)
        }
        for packet in [chunk("t", 0, "never begun"), trailer("t")] { try stage.data(packet) }
        #expect(stage.texts.map(\.text) == ["a"])
    }

    @Test("a text that its sender gives up never becomes final")
    func givenUp() throws {
        let stage = try RoomStage.connected()
        for packet in [header("s"), chunk("s", 0, "a"), trailer("s", reason: "cancelled")] { try stage.data(packet) }
        #expect(stage.texts.map(\.isFinal) == [false])
    }

    @Test("a text longer than the limit is dropped")
    func tooLong() throws {
        let stage = try RoomStage.connected()
        try stage.data(header("s"))
        let piece = String(repeating: "x", count: 50_000)
        for index in 0..<22 { try stage.data(chunk("s", UInt64(index), piece)) }
        try stage.data(trailer("s"))
        #expect(stage.texts.count == 20 && stage.texts.allSatisfy { !$0.isFinal })
    }

    @Test("nothing can be sent before data flows")
    func tooEarly() throws {
        let stage = try RoomStage()
        stage.connect()
        #expect(throws: (any Error).self) { try stage.room.send(OutgoingData([1]), now: stage.now) }
        #expect(throws: (any Error).self) {
            try stage.room.send(OutgoingText("a", topic: "t", timestamp: 0), now: stage.now)
        }
    }
}
