import Contract
import Foundation
import Peer
import Room
import SDP
import SwiftProtobuf
import Testing
import Timing

@Suite("Data packets") struct DataTests {
    @Test("a reliable packet that comes again is dropped, per sender; lossy ones are taken as they come")
    func duplicates() throws {
        let stage = try RoomStage.connected()
        for (byte, sequence) in [(1, 1), (2, 2), (2, 2), (1, 1), (3, 5)] as [(UInt8, UInt32)] {
            try stage.data(DataPackets.user(byte, sequence: sequence))
        }
        try stage.data(DataPackets.user(4, sequence: 1, from: "bob"))
        for _ in 0..<2 { try stage.data(DataPackets.user(9, sequence: 1), on: "_lossy") }
        #expect(stage.data.map(\.payload) == [[1], [2], [3], [4], [9], [9]])
        #expect(stage.data.map(\.isReliable) == [true, true, true, true, false, false])
        let counters = stage.room.dataCounters
        #expect(counters.repeated == 2)
    }

    @Test("a user packet carries topic and destinations; reliable ones are numbered from 1, lossy ones are not")
    func sending() throws {
        let stage = try RoomStage.connected()
        try stage.act { room, now in
            try room.send(OutgoingData([1], topic: "t", destinations: ["ann"]), now: now)
            try room.send(OutgoingData([2], isReliable: false), now: now)
            try room.send(OutgoingData([3]), now: now)
        }
        #expect(stage.sent().map(\.user.payload) == [Data([1]), Data([3])])
        #expect(stage.sent().map(\.sequence) == [1, 2])
        #expect(stage.sent().first?.user.topic == "t" && stage.sent().first?.destinationIdentities == ["ann"])
        let lossy = try #require(stage.sent(on: "_lossy").first)
        #expect(lossy.sequence == 0 && lossy.kind == .lossy && !lossy.user.hasTopic)
    }

    @Test("a packet above 64 000 encoded bytes is refused with its size, and the channel stays open")
    func tooLarge() throws {
        let stage = try RoomStage.connected()
        #expect(throws: DataError.tooLarge(size: 64_011, limit: 64_000)) {
            try stage.room.send(OutgoingData(Array(repeating: 1, count: 64_000)), now: stage.now)
        }
        try stage.act { try $0.send(OutgoingData(Array(repeating: 1, count: 63_900)), now: $1) }
        stage.run(for: .seconds(1))
        #expect(stage.sent().map(\.user.payload.count) == [63_900] && stage.sent().map(\.sequence) == [1])
    }

    @Test("a smaller limit of the other end holds")
    func smallerLimit() throws {
        let stage = try RoomStage.connected()
        stage.signal(.mediaSectionsRequirement(.init()))
        let offer = try #require(stage.newestOffer)
        try stage.server?.setOffer(SDP.SessionDescription(parsing: offer.sdp), now: stage.now)
        let answer = stage.server?.makeAnswer().description ?? ""
        let limited = answer.replacingOccurrences(of: "max-message-size:65535", with: "max-message-size:1200")
        stage.signal(.answer(.with { ($0.type, $0.sdp, $0.id) = ("answer", limited, offer.id) }))
        #expect(throws: DataError.self) {
            try stage.room.send(OutgoingData(Array(repeating: 1, count: 1200)), now: stage.now)
        }
        try stage.act {
            try $0.send(OutgoingText(String(repeating: "x", count: 5000), topic: "t", timestamp: 0), now: $1)
        }
        #expect(stage.messages.map(\.bytes.count).max() ?? 0 <= 1200)
        #expect(stage.sent().reduce(0) { $0 + $1.streamChunk.content.count } == 5000)
    }

    @Test("without acknowledgements reliable data is refused after 2 MiB, and lossy data dropped after 64 KiB")
    func backPressure() throws {
        let stage = try RoomStage.connected()
        stage.cutPath()
        let payload = [UInt8](repeating: 1, count: 50_000)
        for _ in 0..<10 { try stage.room.send(OutgoingData(payload, isReliable: false), now: stage.now) }
        let dropped = stage.room.dataCounters.lossyDropped
        #expect(dropped == 8)
        var accepted = 0
        #expect(throws: DataError.bufferFull) {
            while accepted < 100 {
                try stage.room.send(OutgoingData(payload), now: stage.now)
                accepted += 1
            }
        }
        #expect((35...42).contains(accepted))
    }

    @Test("a telephone's key is told with who pressed it")
    func tones() throws {
        let stage = try RoomStage.connected()
        try stage.data(
            DataPackets.from("ann") {
                $0.sipDtmf.code = 11
                $0.sipDtmf.digit = "#"
            })
        let tones = stage.events.compactMap { if case .dtmf(let tone) = $0 { tone } else { nil } }
        #expect(tones.map(\.digit) == ["#"] && tones.map(\.code) == [11] && tones.map(\.participantIdentity) == ["ann"])
    }

    @Test("what nobody reads is counted by its kind: old transcripts, encrypted packets, metrics, kinds of the future")
    func unread() throws {
        let stage = try RoomStage.connected()
        try stage.data(DataPackets.from("ann") { $0.transcription = .init() })
        try stage.data(DataPackets.from("ann") { $0.encryptedPacket = .init() })
        // Fields 8 (metrics) and 40, with empty bodies.
        try stage.data(try Livekit_DataPacket(serializedBytes: [0x42, 0x00]))
        for _ in 0..<2 { try stage.data(try Livekit_DataPacket(serializedBytes: [0xC2, 0x02, 0x00])) }
        try stage.data(.init())
        let counters = stage.room.dataCounters
        #expect(counters.ignored == [7: 1, 18: 1, 8: 1, 40: 2, 0: 1] && counters.malformed == 0)
        #expect(stage.data.isEmpty)
    }

    @Test("nothing can be sent before data flows")
    func tooEarly() throws {
        let stage = try RoomStage()
        stage.connect()
        #expect(throws: DataError.notConnected) { try stage.room.send(OutgoingData([1]), now: stage.now) }
        #expect(throws: DataError.notConnected) {
            try stage.room.send(OutgoingText("a", topic: "t", timestamp: 0), now: stage.now)
        }
    }
}
