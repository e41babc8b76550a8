import Contract
import Foundation
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("Texts as they arrive") struct TextStreamTests {
    private func stage(_ packets: [Livekit_DataPacket]) throws -> RoomStage {
        let stage = try RoomStage.connected(others: [People.someone("ann")])
        for packet in packets { try stage.data(packet) }
        return stage
    }

    private func chunk(_ index: UInt64, _ text: String) -> Livekit_DataPacket {
        DataPackets.chunk("s", index, text.utf8)
    }

    @Test("a text grows chunk by chunk and is whole with its trailer, whose attributes are added")
    func text() throws {
        let stage = try stage([
            DataPackets.text("s"), chunk(0, "Good "), chunk(1, "day"), DataPackets.trailer("s", attributes: ["a": "b"]),
        ])
        #expect(stage.pieces == ["Good ", "day"])
        let text = try #require(stage.texts.first)
        #expect(text.text == "Good day" && text.stream.topic == "notes" && text.stream.participantIdentity == "ann")
        #expect(text.stream.attributes == ["a": "b"] && text.stream.mimeType == "text/plain")
    }

    @Test("a character cut in two by its sender comes whole", arguments: 1...3)
    func cutCharacter(at position: Int) throws {
        let bytes = Array("🙂".utf8)
        let stage = try stage([
            DataPackets.text("s"), DataPackets.chunk("s", 0, Array("a".utf8) + bytes[..<position]),
            DataPackets.chunk("s", 1, bytes[position...]), DataPackets.trailer("s"),
        ])
        #expect(stage.pieces == ["a", "🙂"] && stage.texts.map(\.text) == ["a🙂"])
    }

    @Test(
        "a text with a gap or a repetition fails once, and what follows of it is ignored",
        arguments: [0, 2, 9] as [UInt64])
    func gaps(index: UInt64) throws {
        let stage = try stage([
            DataPackets.text("s"), chunk(0, "a"), chunk(index, "b"), chunk(1, "c"), DataPackets.trailer("s"),
        ])
        #expect(stage.failures == [.gap] && stage.texts.isEmpty && stage.pieces == ["a"])
    }

    @Test("a text that never began is ignored")
    func neverBegun() throws {
        let stage = try stage([chunk(0, "a"), DataPackets.trailer("s")])
        #expect(stage.texts.isEmpty && stage.pieces.isEmpty && stage.failures.isEmpty)
    }

    @Test("a text that its sender gives up fails with the sender's reason")
    func givenUp() throws {
        let stage = try stage([DataPackets.text("s"), chunk(0, "a"), DataPackets.trailer("s", reason: "cancelled")])
        #expect(stage.failures == [.givenUp("cancelled")] && stage.texts.isEmpty)
    }

    @Test("a text longer than the limit fails")
    func tooLong() throws {
        let piece = String(repeating: "x", count: 50_000)
        let chunks = (0..<22).map { chunk(UInt64($0), piece) }
        let stage = try stage([DataPackets.text("s")] + chunks + [DataPackets.trailer("s")])
        #expect(stage.failures == [.tooLong] && stage.pieces.count == 20 && stage.texts.isEmpty)
    }

    @Test("a text whose sender leaves fails; another sender's goes on")
    func senderLeaves() throws {
        let stage = try stage([DataPackets.text("s"), chunk(0, "a"), DataPackets.text("t", from: "bob")])
        stage.update(People.gone("ann"))
        #expect(stage.failures == [.senderLeft])
        try stage.data(DataPackets.chunk("t", 0, "b".utf8, from: "bob"))
        #expect(stage.pieces == ["a", "b"])
    }

    @Test("a text of which nothing comes for a minute fails; one that grows does not")
    func idle() throws {
        let stage = try stage([DataPackets.text("s"), DataPackets.text("t")])
        stage.run(for: .seconds(40))
        try stage.data(chunk(0, "a"))
        stage.run(for: .seconds(40))
        #expect(stage.failures == [.idle])
        stage.run(for: .seconds(40))
        #expect(stage.failures == [.idle, .idle])
    }

    @Test("texts fail when the connection is made anew")
    func reconnection() throws {
        let stage = try stage([DataPackets.text("s"), chunk(0, "a")])
        stage.signal(.leave(.with { ($0.action, $0.canReconnect) = (.reconnect, true) }))
        #expect(stage.failures == [.connectionLost])
    }

    @Test("the same stream id of two senders is two streams")
    func sameID() throws {
        let stage = try stage([
            DataPackets.text("s"), DataPackets.text("s", from: "bob"), chunk(0, "a"),
            DataPackets.chunk("s", 0, "b".utf8, from: "bob"), DataPackets.trailer("s"),
        ])
        #expect(stage.texts.map(\.text) == ["a"])
    }

    @Test("a text inside its header is whole at once; a compressed one fails")
    func inline() throws {
        var whole = DataPackets.text("s")
        whole.streamHeader.inlineContent = Data("all of it".utf8)
        var compressed = whole
        compressed.streamHeader.compression = .deflateRaw
        let stage = try stage([whole, compressed])
        #expect(stage.texts.map(\.text) == ["all of it"] && stage.failures == [.compressed])
    }

    @Test("beyond 256 texts at once a new one fails, and there is room again when one ends")
    func tooMany() throws {
        let stage = try stage((0...256).map { DataPackets.text("\($0)") })
        #expect(stage.failures == [.noRoom])
        for packet in [DataPackets.trailer("7"), DataPackets.text("more"), DataPackets.trailer("more")] {
            try stage.data(packet)
        }
        #expect(stage.texts.map(\.stream.id) == ["7", "more"])
    }

    @Test("typed chat comes as one line, from streams and from the older packet")
    func chat() throws {
        let stage = try stage([
            DataPackets.text("s", topic: "lk.chat"), chunk(0, "Hello "), chunk(1, "there"), DataPackets.trailer("s"),
            DataPackets.from("bob") {
                $0.chatMessage.id = "c"
                $0.chatMessage.message = "Old style"
                $0.chatMessage.timestamp = 7
            },
            DataPackets.from("bob") { $0.chatMessage.deleted = true },
        ])
        #expect(stage.chats.map(\.text) == ["Hello there", "Old style"])
        #expect(
            stage.chats.map(\.participantIdentity) == ["ann", "bob"] && stage.chats.map(\.isEdit) == [false, false])
        #expect(stage.texts.isEmpty && stage.pieces.isEmpty)
    }

    @Test("a line that replaces another says so; a reaction is no line")
    func edits() throws {
        var edit = DataPackets.text("s", topic: "lk.chat")
        edit.streamHeader.textHeader.operationType = .update
        var reaction = DataPackets.text("r", topic: "lk.chat")
        reaction.streamHeader.textHeader.operationType = .reaction
        let stage = try stage([edit, chunk(0, "b"), DataPackets.trailer("s"), reaction, DataPackets.trailer("r")])
        #expect(stage.chats.map(\.isEdit) == [true])
    }
}
