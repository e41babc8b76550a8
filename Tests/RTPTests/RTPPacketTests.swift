import RTP
import Simulation
import Testing

@Suite("RTP packets")
struct RTPPacketTests {
    /// As browsers send them: marker, Opus, audio level 0x92 as extension 1 and "0" as extension 4.
    static let fixture: [UInt8] =
        [0x90, 0xEF, 0x12, 0x34, 0x00, 0x00, 0x03, 0xC0, 0xDE, 0xAD, 0xBE, 0xEF]
        + [0xBE, 0xDE, 0x00, 0x01, 0x10, 0x92, 0x40, 0x30] + [0xFC, 1, 2, 3]

    @Test("a browser's packet is read field by field")
    func fields() throws {
        let packet = try #require(RTPPacket(Self.fixture))
        #expect(packet.marker && packet.payloadType == 111)
        #expect(packet.sequenceNumber == 0x1234 && packet.timestamp == 960 && packet.ssrc == 0xDEAD_BEEF)
        #expect(packet.headerExtension(1) == [0x92] && packet.headerExtension(4) == [0x30])
        #expect(packet.headerExtension(2) == nil)
        #expect(packet.payload == [0xFC, 1, 2, 3] && !packet.isPaddingOnly)
        #expect(packet.serialized() == Self.fixture)
    }

    static let packets = [
        RTPPacket(payloadType: 0, sequenceNumber: 0, timestamp: 0, ssrc: 0, payload: []),
        RTPPacket(
            marker: true, payloadType: 127, sequenceNumber: 65_535, timestamp: .max, ssrc: .max,
            csrcs: Array(1...15), payload: Array(0...255)),
        RTPPacket(
            payloadType: 111, sequenceNumber: 1, timestamp: 2, ssrc: 3,
            extensions: [
                HeaderExtension(id: 1, data: [1]), HeaderExtension(id: 14, data: Array(repeating: 7, count: 16)),
            ], payload: [9]),
        RTPPacket(
            payloadType: 111, sequenceNumber: 1, timestamp: 2, ssrc: 3,
            extensions: [
                HeaderExtension(id: 15, data: []), HeaderExtension(id: 255, data: Array(repeating: 7, count: 255)),
                HeaderExtension(id: 1, data: [5]),
            ], payload: [9]),
        RTPPacket(payloadType: 111, sequenceNumber: 1, timestamp: 2, ssrc: 3, payload: [1], paddingLength: 1),
        RTPPacket(payloadType: 111, sequenceNumber: 1, timestamp: 2, ssrc: 3, payload: [], paddingLength: 255),
    ]

    @Test("what was written reads back as the same value", arguments: packets)
    func roundTrip(packet: RTPPacket) {
        #expect(RTPPacket(packet.serialized()) == packet)
    }

    @Test("padding is not payload, and a packet of nothing else says so")
    func padding() throws {
        var bytes = Self.fixture
        bytes[0] |= 0x20
        bytes += [0, 0, 3]
        let packet = try #require(RTPPacket(bytes))
        #expect(packet.payload == [0xFC, 1, 2, 3] && packet.paddingLength == 3 && !packet.isPaddingOnly)
        let probe = try #require(RTPPacket(Self.packets[5].serialized()))
        #expect(probe.isPaddingOnly)
    }

    @Test("padding that does not fit is refused", arguments: [0, 8, 255] as [UInt8])
    func wrongPadding(count: UInt8) {
        #expect(RTPPacket([0xA0, 111, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, count]) == nil)
    }

    @Test("padding between elements, and the end mark, are understood")
    func oneByteElements() throws {
        let head: [UInt8] = [0x90, 111, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1]
        let padded = try #require(RTPPacket(head + [0xBE, 0xDE, 0, 2, 0, 0x20, 5, 0, 0x30, 6, 0, 0]))
        #expect(padded.extensions == [HeaderExtension(id: 2, data: [5]), HeaderExtension(id: 3, data: [6])])
        let ended = try #require(RTPPacket(head + [0xBE, 0xDE, 0, 2, 0x20, 5, 0xF0, 1, 0x30, 6, 0, 0]))
        #expect(ended.extensions == [HeaderExtension(id: 2, data: [5])])
        let overrun = try #require(RTPPacket(head + [0xBE, 0xDE, 0, 1, 0x20, 5, 0x3F, 1] + [8]))
        #expect(overrun.extensions == [HeaderExtension(id: 2, data: [5])] && overrun.payload == [8])
        let foreign = try #require(RTPPacket(head + [0xAB, 0xCD, 0, 1, 0x20, 5, 0x3F, 1] + [8]))
        #expect(foreign.extensions.isEmpty && foreign.payload == [8])
    }

    @Test("no truncation traps, and none of the header is a packet", arguments: packets)
    func truncations(packet: RTPPacket) {
        let bytes = packet.serialized()
        for length in bytes.indices {
            let cut = RTPPacket(Array(bytes[..<length]))
            if length < 12 { #expect(cut == nil) }
        }
    }

    @Test("random bytes never trap", arguments: [1, 2, 3] as [UInt64])
    func randomBytes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<3000 {
            var noise = (0..<Int.random(in: 0...80, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            if noise.count > 16 {
                noise[0] = noise[0] & 0x3F | 0x80
                if Bool.random(using: &random) { noise.replaceSubrange(12..<14, with: [0xBE, 0xDE]) }
            }
            guard let packet = RTPPacket(noise) else { continue }
            #expect(RTPPacket(packet.serialized()) == packet)
        }
    }
}
