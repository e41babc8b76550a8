import RTP
import Simulation
import Testing
import Timing

@Suite("A stream we send")
struct SendStreamTests {
    private func stream() -> SendStream {
        SendStream(
            ssrc: 9, payloadType: 111, cname: "parley", clockRate: 48_000, sequenceNumber: 65_534, timestamp: .max - 959
        )
    }

    @Test("packets count up, and both counters wrap")
    func numbering() {
        var stream = stream()
        let packets = (0..<4).map { _ in stream.packetize([1, 2], samples: 960) }
        #expect(packets.map(\.sequenceNumber) == [65_534, 65_535, 0, 1])
        #expect(packets.map(\.timestamp) == [.max - 959, 0, 960, 1920])
        #expect(packets.allSatisfy { $0.ssrc == 9 && $0.payloadType == 111 && !$0.marker })
        #expect(stream.packetCount == 4 && stream.octetCount == 8)
    }

    @Test("a silence moves the timestamp and not the sequence")
    func silence() {
        var stream = stream()
        let before = stream.packetize([1], samples: 960)
        stream.skip(samples: 48_000)
        let after = stream.packetize([1], samples: 960, marker: true)
        #expect(after.sequenceNumber == before.sequenceNumber &+ 1)
        #expect(after.timestamp &- before.timestamp == 48_960)
        #expect(after.marker)
    }

    @Test("two streams start at different numbers")
    func randomStart() {
        var random = SeededGenerator(seed: 1)
        let start = { (random: inout SeededGenerator) in
            var stream = SendStream(ssrc: 1, payloadType: 111, cname: "", clockRate: 48_000, using: &random)
            return stream.packetize([], samples: 1)
        }
        let (first, second) = (start(&random), start(&random))
        #expect(first.sequenceNumber != second.sequenceNumber && first.timestamp != second.timestamp)
        #expect(first.sequenceNumber < 0x8000 && second.sequenceNumber < 0x8000)
    }

    @Test("a packet asked for is sent again, once per request, if it is remembered")
    func retransmission() {
        var stream = stream()
        let packets = (0..<600).map { stream.packetize([UInt8($0 & 0xFF)], samples: 960) }
        let ask = { GenericNACK(senderSSRC: 1, mediaSSRC: $0, sequenceNumbers: $1) }
        let last = packets[599].sequenceNumber
        #expect(stream.retransmit(ask(9, [last, last, packets[88].sequenceNumber])) == [packets[599], packets[88]])
        #expect(stream.retransmit(ask(9, [packets[87].sequenceNumber, last &+ 1])).isEmpty, "forgotten, or never sent")
        #expect(stream.retransmit(ask(8, [last])).isEmpty, "another stream's")
    }

    @Test("no packet is repeated more than eight times")
    func flood() {
        var stream = stream()
        let packet = stream.packetize([1], samples: 960)
        let nack = GenericNACK(senderSSRC: 1, mediaSSRC: 9, sequenceNumbers: [packet.sequenceNumber])
        #expect((0..<20).filter { _ in !stream.retransmit(nack).isEmpty }.count == 8)
    }

    @Test("a report comes with the first packet, and then every three seconds")
    func reports() throws {
        var stream = stream()
        let start = Instant.origin
        #expect(stream.senderReport(now: start, wallClock: 1) == nil)
        #expect(stream.timeout == nil)
        _ = stream.packetize([1, 2, 3], samples: 960)
        let packets = try required(stream.senderReport(now: start, wallClock: 0xAABB))
        #expect(
            packets == [
                .senderReport(SenderReport(ssrc: 9, ntp: 0xAABB, rtpTimestamp: 0, packetCount: 1, octetCount: 3)),
                .sourceDescription(SourceDescription(ssrc: 9, cname: "parley")),
            ])
        let due = try #require(stream.timeout)
        #expect(due - start <= .seconds(5))
        #expect(stream.senderReport(now: due - .nanoseconds(1), wallClock: 2) == nil)
        #expect(stream.timeout == due, "asking early changes nothing")
        #expect(stream.senderReport(now: due, wallClock: 3) != nil)
        #expect(try #require(stream.timeout) > due)
    }

    @Test("the round trip is what passed since our report, less the other end's delay")
    func roundTrip() {
        var stream = stream()
        _ = stream.packetize([1], samples: 960)
        let ntp = NTPTime.timestamp(unixNanoseconds: 1_700_000_000_500_000_000)
        _ = stream.senderReport(now: .origin, wallClock: ntp)
        let block = ReportBlock(
            ssrc: 9, fractionLost: 64, cumulativeLost: 12, highestSequence: 0, jitter: 0,
            lastSenderReport: NTPTime.middle(of: ntp), delaySinceLastSenderReport: 32_768)
        let report = RTCPPacket.receiverReport(ReceiverReport(ssrc: 1, reports: [block]))
        #expect(stream.handle([report], now: .origin + .milliseconds(580)).isEmpty)
        #expect(stream.roundTripTime == .milliseconds(80))
        #expect(stream.fractionLost == 0.25 && stream.packetsLost == 12)
    }

    @Test("a block about another stream, or about a report we never sent, measures nothing")
    func foreignBlocks() {
        var stream = stream()
        _ = stream.packetize([1], samples: 960)
        _ = stream.senderReport(now: .origin, wallClock: 5 << 16)
        var block = ReportBlock(
            ssrc: 8, fractionLost: 64, cumulativeLost: 12, highestSequence: 0, jitter: 0, lastSenderReport: 5,
            delaySinceLastSenderReport: 0)
        stream.handle(block, now: .origin + .seconds(1))
        #expect(stream.fractionLost == 0 && stream.roundTripTime == nil)
        block.ssrc = 9
        block.lastSenderReport = 6
        stream.handle(block, now: .origin + .seconds(1))
        #expect(stream.fractionLost == 0.25 && stream.roundTripTime == nil)
    }

    @Test("a forwarded packet is remembered, and the stream goes on after it")
    func forwarding() {
        var stream = stream()
        let forwarded = RTPPacket(payloadType: 111, sequenceNumber: 700, timestamp: 9600, ssrc: 9, payload: [1])
        stream.record(forwarded)
        let late = RTPPacket(payloadType: 111, sequenceNumber: 699, timestamp: 8640, ssrc: 9, payload: [2])
        stream.record(late)
        let nack = GenericNACK(senderSSRC: 1, mediaSSRC: 9, sequenceNumbers: [699, 700])
        #expect(stream.retransmit(nack) == [late, forwarded])
        #expect(stream.packetize([3], samples: 960).sequenceNumber == 701)
    }
}
