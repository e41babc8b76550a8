import Contract
import Foundation
import Peer
import Room
import Simulation
import SwiftProtobuf
import Testing
import Timing

@Suite("Hostile data") struct HostileDataTests {
    /// One of every kind.
    private static let packets: [Livekit_DataPacket] = [
        DataPackets.user(1, sequence: 1), DataPackets.text("s"), DataPackets.chunk("s", 0, "text".utf8),
        DataPackets.trailer("s", attributes: ["a": "b"]), DataPackets.file("f", length: 4),
        DataPackets.chunk("f", 0, [1, 2]), DataPackets.trailer("f", reason: "no"),
        DataPackets.call("1", "greet", payload: "p"), DataPackets.acknowledgement("1"), DataPackets.answer("1", "p"),
        DataPackets.error("1", 1500, "no"),
        DataPackets.from("ann") { ($0.chatMessage.id, $0.chatMessage.message) = ("c", "hello") },
        DataPackets.from("ann") { ($0.sipDtmf.code, $0.sipDtmf.digit) = (5, "5") },
        DataPackets.from("ann") { $0.transcription.segments = [.with { $0.text = "t" }] },
        DataPackets.from("ann") { $0.encryptedPacket.iv = Data([1, 2]) },
    ]

    private func stage() throws -> RoomStage {
        let stage = try RoomStage.connected(others: [People.someone("ann")])
        stage.act { room, _ in room.registerRPC("greet") }
        return stage
    }

    /// Sends raw bytes on both channels.
    private func send(_ bytes: [UInt8], to stage: RoomStage) {
        for label in ["_reliable", "_lossy"] { try? stage.server?.send(bytes, on: label, now: stage.now) }
        stage.run(for: .milliseconds(50))
    }

    @Test("packets cut short anywhere never trap, and the room goes on")
    func truncations() throws {
        let stage = try stage()
        for packet in Self.packets {
            let bytes: [UInt8] = try packet.serializedBytes()
            for count in 0...bytes.count { send(Array(bytes.prefix(count)), to: stage) }
        }
        try stage.data(DataPackets.user(42, sequence: 1000))
        #expect(stage.data.last?.payload == [42])
        let malformed = stage.room.dataCounters.malformed
        #expect(malformed > 100)
    }

    @Test("damaged packets never trap, and the room goes on", arguments: 1...4 as ClosedRange<UInt64>)
    func damage(seed: UInt64) throws {
        let stage = try stage()
        var random = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            var bytes: [UInt8] = try (Self.packets.randomElement(using: &random) ?? .init()).serializedBytes()
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8(truncatingIfNeeded: random.next())
            }
            send(bytes, to: stage)
        }
        stage.run(for: .seconds(100))
        let isConnected = stage.room.isConnected
        #expect(isConnected && stage.reconnections.isEmpty)
    }
}
