import RTP
import Testing
import Timing

@Suite("A stream we receive")
struct ReceiveStreamTests {
    static func packet(_ sequence: UInt16, timestamp: UInt32 = 0) -> RTPPacket {
        RTPPacket(payloadType: 111, sequenceNumber: sequence, timestamp: timestamp, ssrc: 5, payload: [1])
    }

    /// Receives the numbers twenty milliseconds apart; which of them were new.
    static func receive(_ numbers: [UInt16], into stream: inout ReceiveStream) -> [Bool] {
        numbers.enumerated().map { index, number in
            stream.receive(
                packet(number, timestamp: UInt32(index) * 960), now: .origin + .milliseconds(20 * index))
        }
    }

    @Test("every packet is accepted once, in whatever order", arguments: [0, 100, 65_530] as [UInt16])
    func once(start: UInt16) {
        var stream = ReceiveStream(ssrc: 5, clockRate: 48_000)
        let numbers = [0, 1, 3, 2, 5, 4, 9].map { start &+ $0 }
        #expect(
            Self.receive(numbers + numbers, into: &stream) == numbers.map { _ in true } + numbers.map { _ in false })
        #expect(stream.packetsReceived == 7 && stream.duplicates == 7 && stream.packetsLost == 3)
    }

    @Test("another source's packet is not ours")
    func otherSource() {
        var stream = ReceiveStream(ssrc: 6, clockRate: 48_000)
        let isNew = stream.receive(Self.packet(1), now: .origin)
        #expect(!isNew)
        #expect(stream.reportBlock(now: .origin) == nil)
    }

    @Test("a stray number is dropped, and two in a row start the stream anew")
    func jump() throws {
        var stream = ReceiveStream(ssrc: 5, clockRate: 48_000)
        #expect(Self.receive([10, 11, 30_000, 12], into: &stream) == [true, true, false, true])
        #expect(Self.receive([40_000, 40_001, 40_002], into: &stream) == [false, true, true])
        let block = try required(stream.reportBlock(now: .origin))
        #expect(block.highestSequence & 0xFFFF == 40_002 && block.cumulativeLost == 0)
        #expect(stream.packetsReceived == 5)
    }

    @Test("a long gap within reason is a gap")
    func longGap() {
        var stream = ReceiveStream(ssrc: 5, clockRate: 48_000)
        #expect(Self.receive([10, 2000, 1999, 990], into: &stream) == [true, true, true, true])
        #expect(Self.receive([976, 976], into: &stream) == [false, false], "beyond the window nobody can tell")
        #expect(stream.packetsLost == 1987)
    }

    @Test("the report block has the loss of its interval and of the whole")
    func reportBlock() throws {
        var stream = ReceiveStream(ssrc: 5, clockRate: 48_000)
        _ = Self.receive([65_534, 65_535, 1, 2], into: &stream)
        let first = try required(stream.reportBlock(now: .origin))
        #expect(first.ssrc == 5 && first.fractionLost == 51 && first.cumulativeLost == 1)
        #expect(first.highestSequence == 0x0001_0002)
        _ = Self.receive([3, 4], into: &stream)
        let second = try required(stream.reportBlock(now: .origin))
        #expect(second.fractionLost == 0 && second.cumulativeLost == 1)
        #expect(second.lastSenderReport == 0 && second.delaySinceLastSenderReport == 0)
    }

    @Test("a packet from before the first one counts as expected, too")
    func beforeTheFirst() throws {
        var stream = ReceiveStream(ssrc: 5, clockRate: 48_000)
        #expect(Self.receive([10, 8], into: &stream) == [true, true])
        #expect(try required(stream.reportBlock(now: .origin)).cumulativeLost == 1)
    }

    @Test("a sender's report is echoed with the time since")
    func echo() throws {
        var stream = ReceiveStream(ssrc: 5, clockRate: 48_000)
        _ = Self.receive([1], into: &stream)
        let report = SenderReport(ssrc: 5, ntp: 0x1111_2222_3333_4444, rtpTimestamp: 0, packetCount: 1, octetCount: 1)
        stream.handle(report, now: .origin)
        let block = try required(stream.reportBlock(now: .origin + .milliseconds(1500)))
        #expect(block.lastSenderReport == 0x2222_3333 && block.delaySinceLastSenderReport == 98_304)
    }

    @Test("an even stream has no jitter, and an uneven one approaches its deviation")
    func jitter() throws {
        var even = ReceiveStream(ssrc: 5, clockRate: 48_000)
        _ = Self.receive(Array(0..<200), into: &even)
        #expect(even.interarrivalJitter == .zero)
        var uneven = ReceiveStream(ssrc: 5, clockRate: 48_000)
        for index in 0..<400 {
            let late = index % 2 == 0 ? 0 : 10
            _ = uneven.receive(
                Self.packet(UInt16(index), timestamp: UInt32(index) * 960),
                now: .origin + .milliseconds(20 * index + late))
        }
        #expect(uneven.interarrivalJitter > .milliseconds(9) && uneven.interarrivalJitter <= .milliseconds(10))
        #expect(try required(uneven.reportBlock(now: .origin)).jitter > 430)
    }
}
