import RTP
import Simulation
import Testing
import Timing

@Suite("Redundancy")
struct RedundancyTests {
    private static let payload = RedundantPayload(
        earlier: [
            .init(payloadType: 111, timestampOffset: 1920, bytes: [1, 2, 3]),
            .init(payloadType: 111, timestampOffset: 960, bytes: [4]),
        ], payloadType: 111, primary: [5, 6])

    private func packet(_ payload: [UInt8], sequence: UInt16 = 1) -> RTPPacket {
        RTPPacket(marker: true, payloadType: 63, sequenceNumber: sequence, timestamp: 1000, ssrc: 5, payload: payload)
    }

    @Test("headers are laid out as RFC 2198, section 3 draws them")
    func layout() {
        let bytes: [UInt8] = [0x80 | 111, 0x1E, 0x00, 0x03, 0x80 | 111, 0x0F, 0x00, 0x01, 111, 1, 2, 3, 4, 5, 6]
        #expect(Self.payload.serialized() == bytes)
        #expect(RedundantPayload(bytes) == Self.payload)
    }

    @Test("blocks become the packets before, and number and time may wrap")
    func earlier() {
        let packets = Self.payload.earlierPackets(than: packet([], sequence: 1))
        #expect(packets.map(\.sequenceNumber) == [65_535, 0])
        #expect(packets.map(\.timestamp) == [UInt32(1000) &- 1920, 40])
        #expect(packets.map(\.payload) == [[1, 2, 3], [4]])
        #expect(packets.allSatisfy { $0.payloadType == 111 && $0.ssrc == 5 && !$0.marker })
    }

    @Test("empty blocks and blocks of another type are passed over, and keep their place")
    func emptyBlocks() {
        var payload = Self.payload
        payload.earlier[1].bytes = []
        #expect(payload.earlierPackets(than: packet([])).map(\.sequenceNumber) == [65_535])
        payload.earlier[0].payloadType = 0
        #expect(payload.earlierPackets(than: packet([])).isEmpty)
    }

    @Test("of many blocks the two newest are used")
    func manyBlocks() {
        var payload = Self.payload
        payload.earlier.insert(.init(payloadType: 111, timestampOffset: 2880, bytes: [9]), at: 0)
        #expect(payload.earlierPackets(than: packet([])).map(\.payload) == [[1, 2, 3], [4]])
    }

    @Test("a payload without a primary is none")
    func noPrimary() {
        #expect(RedundantPayload([]) == nil && RedundantPayload([111]) == nil)
        #expect(RedundantPayload([0x80 | 111, 0, 0, 1, 111, 7]) == nil)
    }

    @Test("no truncation and no change traps, and what is read can be written")
    func hostile() {
        let bytes = Self.payload.serialized()
        for length in bytes.indices where length < 13 { #expect(RedundantPayload(Array(bytes[..<length])) == nil) }
        var random = SeededGenerator(seed: 8)
        for _ in 0..<5000 {
            var altered = bytes
            for _ in 0..<2 {
                altered[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            guard let payload = RedundantPayload(altered) else { continue }
            #expect(RedundantPayload(payload.serialized()) == payload)
            #expect(payload.earlierPackets(than: packet(altered)).count <= 2)
        }
    }

    @Test("each packet repeats those before it", arguments: 0...2)
    func history(depth: Int) throws {
        var history = RedundancyHistory(depth: depth)
        for number in 0..<5 as Range<UInt8> {
            let bytes = try required(history.wrap([number], type: 111, timestamp: UInt32(number) * 960))
            let payload = try #require(RedundantPayload(bytes))
            let expected = (1...3).filter { $0 <= min(depth, Int(number)) }.reversed()
            #expect(payload.earlier.map(\.bytes) == expected.map { [number - UInt8($0)] })
            #expect(payload.earlier.map(\.timestampOffset) == expected.map { UInt16($0) * 960 })
            #expect(payload.primary == [number])
        }
    }

    @Test("what is too old or too large is not repeated, and what is very large goes alone")
    func limits() throws {
        var history = RedundancyHistory(depth: 2)
        _ = history.wrap([1], type: 111, timestamp: 0)
        let late = try #require(RedundantPayload(try required(history.wrap([2], type: 111, timestamp: 48_000))))
        #expect(late.earlier.isEmpty)
        let alone = history.wrap([UInt8](repeating: 3, count: 1_024), type: 111, timestamp: 48_960)
        #expect(alone == nil)
        let after = try #require(RedundantPayload(try required(history.wrap([4], type: 111, timestamp: 49_920))))
        #expect(after.earlier.isEmpty, "the large one cannot be repeated, and nothing may take its place")
    }

    @Test("a packet that another brought is new once, still counts as lost, and is not asked for")
    func recovery() {
        var stream = ReceiveStream(ssrc: 5, clockRate: 48_000)
        for number in [10, 12] as [UInt16] {
            _ = stream.receive(ReceiveStreamTests.packet(number), now: .origin)
        }
        let isNew = [11, 11, 12, 13, 900].map { stream.recover($0) }
        #expect(isNew == [true, false, false, false, false])
        #expect(stream.packetsRecovered == 1 && stream.packetsLost == 1)
        #expect(stream.timeout == nil)
        let isNewLater = stream.receive(ReceiveStreamTests.packet(11), now: .origin)
        #expect(!isNewLater)
    }
}
