import Contract
import Foundation
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("Streams that we send") struct OutgoingStreamTests {
    @Test("a long text is cut into chunks of 15 000 bytes at most, never inside a character")
    func chunks() throws {
        let stage = try RoomStage.connected()
        let text = "x" + String(repeating: "é", count: 20_000)
        try stage.act { try $0.send(OutgoingText(text, topic: "notes", attributes: ["a": "b"], timestamp: 9), now: $1) }
        let packets = stage.sent()
        let header = try #require(packets.first?.streamHeader)
        #expect(header.totalLength == 40_001 && header.topic == "notes" && header.mimeType == "text/plain")
        #expect(header.attributes == ["a": "b"] && header.timestamp == 9 && header.textHeader.version == 0)
        let chunks = packets.dropFirst().dropLast().map(\.streamChunk)
        #expect(chunks.map(\.chunkIndex) == [0, 1, 2])
        #expect(chunks.allSatisfy { $0.content.count <= 15_000 && String(data: $0.content, encoding: .utf8) != nil })
        #expect(chunks.reduce(Data()) { $0 + $1.content } == Data(text.utf8))
        #expect(packets.last?.streamTrailer.reason == "" && Set(packets.map { $0.streamID }) == [header.streamID])
        #expect(packets.map(\.sequence) == [1, 2, 3, 4, 5])
    }

    @Test("a text that is still being made is opened, continued and closed")
    func incremental() throws {
        let stage = try RoomStage.connected()
        let stream = OutgoingStream(topic: "lk.transcription", timestamp: 1, onBehalfOf: "ann", destinations: ["bob"])
        var id = ""
        try stage.act { id = try $0.open(stream, now: $1) }
        try stage.act { try $0.append("Good ", to: id, now: $1) }
        #expect(stage.sent().count == 2)
        try stage.act { try $0.append("day", to: id, now: $1) }
        try stage.act { try $0.close(id, attributes: ["final": "true"], now: $1) }
        let packets = stage.sent()
        #expect(packets.allSatisfy { $0.participantIdentity == "ann" && $0.destinationIdentities == ["bob"] })
        #expect(packets.first?.streamHeader.hasTotalLength == false)
        #expect(packets[1...2].map { String(decoding: $0.streamChunk.content, as: UTF8.self) } == ["Good ", "day"])
        #expect(packets[1...2].map(\.streamChunk.chunkIndex) == [0, 1])
        #expect(packets.last?.streamTrailer.attributes == ["final": "true"])
    }

    @Test("a file is sent with its name and type")
    func file() throws {
        let stage = try RoomStage.connected()
        let stream = OutgoingStream(.file(name: "a.bin", mimeType: "x/y"), topic: "files", timestamp: 1)
        try stage.act { try $0.send([UInt8](repeating: 3, count: 16_000), as: stream, now: $1) }
        let packets = stage.sent()
        #expect(packets.first?.streamHeader.byteHeader.name == "a.bin" && packets.first?.streamHeader.mimeType == "x/y")
        #expect(packets.first?.streamHeader.totalLength == 16_000)
        #expect(packets.dropFirst().dropLast().map(\.streamChunk.content.count) == [15_000, 1000])
    }

    @Test("a stream that is not open is not continued or closed")
    func notOpen() throws {
        let stage = try RoomStage.connected()
        #expect(throws: DataError.unknownStream("x")) { try stage.room.append("a", to: "x", now: stage.now) }
        #expect(throws: DataError.unknownStream("x")) { try stage.room.close("x", now: stage.now) }
        var id = ""
        try stage.act { id = try $0.open(OutgoingStream(topic: "t", timestamp: 0), now: $1) }
        try stage.act { try $0.close(id, reason: "changed my mind", now: $1) }
        #expect(stage.sent().last?.streamTrailer.reason == "changed my mind")
        #expect(throws: DataError.unknownStream(id)) { try stage.room.append("a", to: id, now: stage.now) }
    }

    @Test("64 streams may be open, and none survives a new connection")
    func limit() throws {
        let stage = try RoomStage.connected()
        let stream = OutgoingStream(topic: "t", timestamp: 0)
        var id = ""
        for _ in 0..<64 { id = try stage.room.open(stream, now: stage.now) }
        #expect(throws: DataError.tooManyStreams(limit: 64)) { try stage.room.open(stream, now: stage.now) }
        stage.signal(.leave(.with { ($0.action, $0.canReconnect) = (.reconnect, true) }))
        #expect(throws: DataError.unknownStream(id)) { try stage.room.close(id, now: stage.now) }
    }

    @Test("a text for which there is no room is refused whole")
    func noRoom() throws {
        let stage = try RoomStage.connected()
        stage.cutPath()
        let text = OutgoingText(String(repeating: "x", count: 900_000), topic: "t", timestamp: 0)
        for _ in 0..<2 { try stage.room.send(text, now: stage.now) }
        #expect(throws: DataError.bufferFull) { try stage.room.send(text, now: stage.now) }
        let huge = OutgoingText(String(repeating: "x", count: 3_000_000), topic: "t", timestamp: 0)
        #expect { try stage.room.send(huge, now: stage.now) } throws: { error in
            if case DataError.tooLarge? = error as? DataError { true } else { false }
        }
    }

    @Test("with many recipients the chunks are smaller, and no packet exceeds the limit")
    func manyRecipients() throws {
        let stage = try RoomStage.connected()
        let names = (0..<500).map { String(repeating: "x", count: 100) + "\($0)" }
        let text = OutgoingText(String(repeating: "y", count: 40_000), topic: "t", timestamp: 0, destinations: names)
        try stage.act { try $0.send(text, now: $1) }
        stage.run(for: .seconds(3))
        #expect(stage.sent().reduce(0) { $0 + $1.streamChunk.content.count } == 40_000)
        #expect(stage.messages.map(\.bytes.count).max() ?? 0 <= 64_000)
    }

    @Test("chat is a text stream of its topic")
    func chat() throws {
        let stage = try RoomStage.connected()
        try stage.act { try $0.sendChat("Hello", timestamp: 5, to: ["ann"], now: $1) }
        #expect(stage.sent().first?.streamHeader.topic == "lk.chat")
        #expect(stage.sent().map(\.destinationIdentities) == [["ann"], ["ann"], ["ann"]])
    }
}

extension Livekit_DataPacket {
    fileprivate var streamID: String {
        switch value {
        case .streamHeader(let header): header.streamID
        case .streamChunk(let chunk): chunk.streamID
        case .streamTrailer(let trailer): trailer.streamID
        default: ""
        }
    }
}
