import Contract
import Simulation
import SwiftProtobuf
import Testing

@Suite("Hostile and future input")
struct HostileInputTests {
    @Test("a frame cut short never traps", arguments: CapturedFrames.signals)
    func truncations(_ frame: [UInt8]) {
        for count in 0..<frame.count {
            _ = try? Livekit_SignalResponse(serializedBytes: Array(frame.prefix(count)))
        }
        #expect(throws: (any Error).self) {
            try Livekit_SignalResponse(serializedBytes: Array(frame.dropLast()))
        }
    }

    @Test("random bytes never trap", arguments: 0..<8 as Range<UInt64>)
    func noise(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                UInt8.random(in: .min ... .max, using: &random)
            }
            _ = try? Livekit_SignalResponse(serializedBytes: bytes)
            _ = try? Livekit_ServerMessage(serializedBytes: bytes)
            _ = try? Livekit_DataPacket(serializedBytes: bytes)
        }
    }

    @Test("a message of a kind not known is empty, not an error")
    func unknownMessage() throws {
        // Field 31, length 3.
        let message = try Livekit_SignalResponse(serializedBytes: [0xFA, 0x01, 3, 1, 2, 3] as [UInt8])
        #expect(message.message == nil)
        #expect(try message.serializedBytes() as [UInt8] == [0xFA, 0x01, 3, 1, 2, 3])
    }

    @Test("a data packet of a kind not known keeps its body for forwarding")
    func unknownBody() throws {
        var bytes = try Livekit_DataPacket.with { $0.participantIdentity = "a" }.serializedBytes() as [UInt8]
        bytes += [0x42, 2, 7, 7]
        let packet = try Livekit_DataPacket(serializedBytes: bytes)
        #expect(packet.value == nil)
        #expect(packet.participantIdentity == "a")
        #expect(try packet.serializedBytes() as [UInt8] == bytes)
    }

    @Test("an enumeration value not known survives a round trip")
    func unknownEnumeration() throws {
        let info = Livekit_ParticipantInfo.with { $0.kind = .UNRECOGNIZED(99) }
        let read = try Livekit_ParticipantInfo(serializedBytes: info.serializedBytes() as [UInt8])
        #expect(read.kind == .UNRECOGNIZED(99))
    }
}
