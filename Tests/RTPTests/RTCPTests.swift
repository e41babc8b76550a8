import RTP
import Simulation
import Testing

@Suite("RTCP")
struct RTCPTests {
    static let block = ReportBlock(
        ssrc: 7, fractionLost: 12, cumulativeLost: -3, highestSequence: 0x0001_FFFF, jitter: 5, lastSenderReport: 6,
        delaySinceLastSenderReport: 8)
    static let packets: [RTCPPacket] = [
        .senderReport(
            SenderReport(
                ssrc: 1, ntp: 0x0102_0304_0506_0708, rtpTimestamp: 9, packetCount: 10, octetCount: 11,
                reports: [block, block])),
        .senderReport(SenderReport(ssrc: 1, ntp: 2, rtpTimestamp: 9, packetCount: 10, octetCount: 11)),
        .receiverReport(ReceiverReport(ssrc: 1, reports: [block])),
        .receiverReport(ReceiverReport(ssrc: 1, reports: [])),
        .sourceDescription(SourceDescription(ssrc: 3, cname: "a")),
        .sourceDescription(SourceDescription(ssrc: 3, cname: "ab")),
        .sourceDescription(
            SourceDescription(chunks: [
                .init(ssrc: 1, items: [.init(type: 1, value: [65, 66, 67]), .init(type: 15, value: [])]),
                .init(ssrc: 2, items: []),
            ])),
        .goodbye(Goodbye(ssrcs: [1, 2])),
        .goodbye(Goodbye(ssrcs: [1], reason: "teardown")),
        .nack(GenericNACK(senderSSRC: 1, mediaSSRC: 2, sequenceNumbers: [5, 6, 21, 22, 65_530])),
        .extendedReport(
            ExtendedReport(
                ssrc: 4,
                blocks: [
                    .receiverReferenceTime(ntp: 77),
                    .delaySinceReceiverReference([.init(ssrc: 1, lastReference: 2, delay: 3)]),
                    .unknown(type: 42, specific: 3, body: [1, 2, 3, 4]),
                ])),
        .unknown(type: 206, count: 1, body: [0, 0, 0, 1, 0, 0, 0, 2]),
    ]

    @Test("every type reads back as the same value", arguments: packets)
    func roundTrip(packet: RTCPPacket) {
        let bytes = packet.serialized()
        #expect(bytes.count % 4 == 0)
        #expect(RTCPPacket.parse(compound: bytes) == [packet])
    }

    @Test("a compound keeps its order")
    func compound() {
        #expect(RTCPPacket.parse(compound: RTCPPacket.compound(Self.packets)) == Self.packets)
    }

    @Test("a receiver report with its description is read as the RFC lays it out")
    func layout() throws {
        let bytes: [UInt8] =
            [0x81, 201, 0, 7, 0, 0, 0, 1, 0, 0, 0, 2, 0x40, 0xFF, 0xFF, 0xFE, 0, 1, 0, 5, 0, 0, 0, 9]
            + [1, 2, 3, 4, 0, 1, 0, 0] + [0x81, 202, 0, 2, 0, 0, 0, 1, 1, 1, 0x78, 0]
        let packets = try #require(RTCPPacket.parse(compound: bytes))
        #expect(
            packets[0]
                == .receiverReport(
                    ReceiverReport(
                        ssrc: 1,
                        reports: [
                            ReportBlock(
                                ssrc: 2, fractionLost: 64, cumulativeLost: -2, highestSequence: 0x0001_0005, jitter: 9,
                                lastSenderReport: 0x0102_0304, delaySinceLastSenderReport: 65_536)
                        ])))
        guard case .sourceDescription(let description) = packets[1] else {
            Issue.record("not a description: \(packets[1])")
            return
        }
        #expect(description.cname(of: 1) == "x" && description.cname(of: 2) == nil)
        #expect(RTCPPacket.compound(packets) == bytes)
    }

    @Test("a mask of lost packets is unfolded, across the wrap as well")
    func nackMask() {
        let bytes: [UInt8] = [0x81, 205, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0xFF, 0xFF, 0x80, 0x01]
        let nack = GenericNACK(senderSSRC: 1, mediaSSRC: 2, sequenceNumbers: [65_535, 0, 15])
        #expect(RTCPPacket.parse(compound: bytes) == [.nack(nack)])
        #expect(RTCPPacket.nack(nack).serialized() == bytes)
    }

    @Test("sequence numbers that do not ascend keep their order")
    func nackOrder() {
        let nack = GenericNACK(senderSSRC: 1, mediaSSRC: 2, sequenceNumbers: [255, 259, 271, 256, 256, 300, 255])
        #expect(RTCPPacket.parse(compound: RTCPPacket.nack(nack).serialized()) == [.nack(nack)])
    }

    @Test("losses beyond 24 bits are written as the most that fits", arguments: [Int32.max, .min])
    func clamped(lost: Int32) throws {
        var block = Self.block
        block.cumulativeLost = lost
        let bytes = RTCPPacket.receiverReport(ReceiverReport(ssrc: 1, reports: [block])).serialized()
        guard case .receiverReport(let report) = RTCPPacket.parse(compound: bytes)?.first else {
            Issue.record("no report")
            return
        }
        #expect(report.reports[0].cumulativeLost == (lost > 0 ? 0x7F_FFFF : -0x80_0000))
    }

    @Test("a known type with a broken body is kept as unknown")
    func brokenBody() {
        #expect(
            RTCPPacket.parse(compound: [0x81, 201, 0, 1, 0, 0, 0, 1]) == [
                .unknown(type: 201, count: 1, body: [0, 0, 0, 1])
            ])
    }

    @Test("padding at the end is not part of the packet")
    func padding() {
        let bytes: [UInt8] = [0xA0, 201, 0, 2, 0, 0, 0, 1, 0, 0, 0, 4]
        #expect(RTCPPacket.parse(compound: bytes) == [.receiverReport(ReceiverReport(ssrc: 1, reports: []))])
        #expect(RTCPPacket.parse(compound: [0xA0, 201, 0, 1, 0, 0, 0, 9]) == nil)
        #expect(RTCPPacket.parse(compound: [0xA0, 201, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3]) == nil)
    }

    @Test("no truncation and no change traps")
    func hostile() {
        let bytes = RTCPPacket.compound(Self.packets)
        #expect(RTCPPacket.parse(compound: []) == nil)
        for length in bytes.indices { _ = RTCPPacket.parse(compound: Array(bytes[..<length])) }
        var random = SeededGenerator(seed: 4)
        for _ in 0..<5000 {
            var altered = bytes
            for _ in 0..<3 {
                altered[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            guard let packets = RTCPPacket.parse(compound: altered) else { continue }
            #expect(RTCPPacket.parse(compound: RTCPPacket.compound(packets)) != nil)
        }
    }
}
