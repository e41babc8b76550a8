import Contract
import Room
import Testing
import Timing

@Suite("Files as they arrive") struct ByteStreamTests {
    private func stage(_ packets: [Livekit_DataPacket]) throws -> RoomStage {
        let stage = try RoomStage.connected(others: [People.someone("ann")])
        for packet in packets { try stage.data(packet) }
        return stage
    }

    @Test("a file comes with its name, type, attributes and bytes")
    func file() throws {
        let stage = try stage([
            DataPackets.file("f", length: 5), DataPackets.chunk("f", 0, [1, 2, 3]), DataPackets.chunk("f", 1, [4, 5]),
            DataPackets.trailer("f", attributes: ["more": "yes"]),
        ])
        let file = try #require(stage.files.first)
        #expect(file.name == "dot.png" && file.bytes == [1, 2, 3, 4, 5] && file.stream.mimeType == "image/png")
        #expect(file.stream.attributes == ["size": "small", "more": "yes"] && file.stream.totalLength == 5)
        #expect(stage.pieces.isEmpty && stage.failures.isEmpty)
    }

    @Test("a file of unknown length ends with its trailer")
    func unknownLength() throws {
        let stage = try stage([DataPackets.file("f"), DataPackets.chunk("f", 0, [1]), DataPackets.trailer("f")])
        #expect(stage.files.map(\.bytes) == [[1]])
    }

    @Test("a file that is shorter or longer than it says fails", arguments: [2, 4] as [UInt64])
    func wrongLength(length: UInt64) throws {
        let stage = try stage([
            DataPackets.file("f", length: length), DataPackets.chunk("f", 0, [1, 2]), DataPackets.chunk("f", 1, [3]),
            DataPackets.trailer("f"),
        ])
        #expect(stage.failures == [length == 2 ? .tooLong : .incomplete] && stage.files.isEmpty)
    }
}
