import RTP
import SDP
import Simulation
import Testing
import Timing

@testable import Peer

@Suite("Media that survives loss") struct LossTests {
    /// The section the offerer speaks on.
    private static let uplink = "0"

    /// A call that has been connected for a second over a network with 20 ms each way.
    private static func call(
        seed: UInt64 = 1, loss: Double, offerer: Redundancy = .off, answerer: Redundancy = .off
    ) throws -> PeerPair {
        var pair = try PeerPair(seed: seed, redundancy: (offerer, answerer))
        pair.offerer.addSendingAudio(track: "cid-1")
        try pair.negotiate()
        pair.run(for: .seconds(1))
        pair.network.conditions = NetworkConditions(latency: .milliseconds(20), loss: loss)
        return pair
    }

    @Test(
        "what is lost comes again within 120 ms of its first sending", arguments: [0.05, 0.1, 0.15], [1, 2] as [UInt64])
    func repairInTime(loss: Double, seed: UInt64) throws {
        var pair = try Self.call(seed: seed, loss: loss)
        var inTime: Set<UInt8> = []
        for number in 0..<250 as Range<UInt8> {
            try pair.offerer.sendAudio(OutgoingFrame([number]), on: Self.uplink, now: pair.clock.now)
            pair.run(for: .milliseconds(20))
            // What was sent up to six frames ago.
            let heard = pair.answererEvents.packets.map { $0.payload[0] }
            inTime.formUnion(heard.filter { $0 + 6 > number })
        }
        #expect(pair.network.lost > 5)
        #expect(Double(inTime.count) >= 250 * (1 - loss * loss * 3) - 3)
        #expect(pair.offerer.counters.retransmitted > 0)
        #expect(pair.answerer.counters.asked <= 3 * 60)
    }

    @Test(
        "packets bring those before them, so that single losses are repaired without asking",
        arguments: [1, 2] as [UInt64])
    func redundancy(seed: UInt64) throws {
        var pair = try Self.call(
            seed: seed, loss: 0.1, offerer: Redundancy(sends: 1), answerer: Redundancy(receives: true))
        for number in 0..<250 as Range<UInt8> {
            try pair.offerer.sendAudio(OutgoingFrame([number]), on: Self.uplink, now: pair.clock.now)
            pair.run(for: .milliseconds(20))
        }
        pair.run(for: .seconds(1))
        let packets = pair.answererEvents.packets
        #expect(packets.allSatisfy { $0.payloadType == 111 })
        #expect(packets.map { $0.payload[0] } == packets.map { $0.payload[0] }.sorted(), "in order, each once")
        #expect(Set(packets.map { $0.timestamp &- UInt32($0.payload[0]) * 960 }).count == 1)
        #expect(packets.count > 240 && pair.answerer.counters.recovered > 10)
        #expect(pair.answerer.counters.asked == 0 && pair.offerer.counters.retransmitted == 0)
    }

    @Test("two earlier packets survive two losses in a row")
    func twoEarlier() throws {
        var pair = try Self.call(
            loss: 0, offerer: Redundancy(sends: 2), answerer: Redundancy(receives: true))
        for number in 0..<9 as Range<UInt8> {
            pair.network.isDown = number % 3 != 0
            try pair.offerer.sendAudio(OutgoingFrame([number]), on: Self.uplink, now: pair.clock.now)
            pair.run(for: .milliseconds(20))
        }
        pair.run(for: .milliseconds(100))
        #expect(pair.answererEvents.packets.map { $0.payload[0] } == Array(0..<7))
    }

    @Test("plain Opus is taken in a stream of redundancy, and a payload too large for it goes alone")
    func plainAmong() throws {
        var pair = try Self.call(
            loss: 0, offerer: Redundancy(sends: 1), answerer: Redundancy(receives: true))
        let payloads: [[UInt8]] = [[1], [UInt8](repeating: 2, count: 1_100), [3], [4]]
        for payload in payloads {
            try pair.offerer.sendAudio(OutgoingFrame(payload), on: Self.uplink, now: pair.clock.now)
            pair.run(for: .milliseconds(20))
        }
        pair.run(for: .milliseconds(100))
        #expect(pair.answererEvents.packets.map(\.payload) == payloads)
    }

    @Test("redundancy is sent only to who wants it", arguments: [(1, false), (0, true), (0, false)])
    func declined(sends: Int, receives: Bool) throws {
        var pair = try Self.call(
            loss: 0, offerer: Redundancy(sends: sends), answerer: Redundancy(receives: receives))
        try pair.offerer.sendAudio(OutgoingFrame([1, 2]), on: Self.uplink, now: pair.clock.now)
        pair.run(for: .milliseconds(100))
        #expect(pair.answererEvents.packets.map(\.payload) == [[1, 2]])
        #expect(pair.offerer.sections[0].redundancyType == nil)
    }

    @Test("a description names redundancy first where it is sent, last where it is taken, and asks for repetition")
    func description() throws {
        var pair = try PeerPair(redundancy: (Redundancy(sends: 1, receives: true), .off))
        pair.offerer.addSendingAudio(track: "cid-1")
        pair.offerer.addReceivingAudio()
        let offer = try pair.offerer.makeOffer()
        #expect(offer.media.map { $0.codecs.map(\.payloadType) } == [[63, 111], [111, 63]])
        #expect(offer.media[0].codec(named: "red") == .redundancy())
        #expect(offer.media[0].codec(named: "opus")?.feedback == ["nack"])
        try pair.answerer.setOffer(offer, now: .origin)
        let answer = pair.answerer.makeAnswer()
        #expect(answer.media.map { $0.codecs.map(\.payloadType) } == [[111], [111]])
        #expect(answer.media[0].codec(named: "opus")?.feedback == ["nack"])
    }

    @Test("a payload type that was not agreed on is dropped and counted")
    func strangeType() throws {
        var pair = try Self.call(loss: 0)
        let dropped = pair.answerer.counters.dropped
        var packet = try #require(pair.offerer.sections[0].sender).nextPacketForTests([1])
        packet.payloadType = 13
        pair.offerer.protectAndSend(packet)
        pair.run(for: .milliseconds(100))
        #expect(pair.answererEvents.packets.isEmpty && pair.answerer.counters.dropped == dropped + 1)
        try pair.offerer.sendAudio(OutgoingFrame([7]), on: Self.uplink, now: pair.clock.now)
    }
}

extension SendStream {
    /// A copy's next packet: this stream does not count it.
    fileprivate func nextPacketForTests(_ payload: [UInt8]) -> RTPPacket {
        var copy = self
        return copy.packetize(payload, samples: 960)
    }
}
