import RTP
import SDP
import Simulation
import Testing
import Timing

@testable import Peer

@Suite("Sources of media come and go, and there is an end to them") struct SourceTests {
    /// A packet that says by its header extension which section it belongs to.
    private func packet(ssrc: UInt32, sequence: UInt16, mid: String) -> RTPPacket {
        RTPPacket(
            payloadType: 111, sequenceNumber: sequence, timestamp: 0, ssrc: ssrc,
            extensions: [HeaderExtension(id: 4, data: Array(mid.utf8))], payload: [1])
    }

    @Test("endless sources on one section are not followed for ever, and the first ones stay heard")
    func endlessSources() throws {
        var pair = try PeerPair()
        let uplink = pair.offerer.addSendingAudio(track: "cid-1")
        try pair.negotiate()
        pair.run(for: .seconds(1))
        for source in 1...1000 as ClosedRange<UInt32> {
            pair.offerer.protectAndSend(packet(ssrc: source, sequence: 1, mid: uplink))
            pair.run(for: .milliseconds(5))
        }
        pair.run(for: .seconds(1))
        #expect(pair.answererEvents.packets.count <= 256)
        #expect(pair.answerer.receivers.count <= 256)
        pair.offerer.protectAndSend(packet(ssrc: 1, sequence: 2, mid: uplink))
        pair.run(for: .seconds(1))
        #expect(pair.answererEvents.packets.last?.ssrc == 1)
    }

    @Test("sources that are announced and never heard do not pile up")
    func announcedSources() throws {
        var pair = try PeerPair()
        pair.offerer.addSendingAudio(track: "cid-1")
        for round in 0..<100 as Range<UInt32> {
            var offer = try pair.offerer.makeOffer()
            offer.media[0].sources = (1...50).map { Source(ssrc: round * 100 + $0, cname: "x", msid: nil) }
            try pair.answerer.setOffer(offer, now: pair.clock.now)
            try pair.offerer.setAnswer(pair.answerer.makeAnswer(), now: pair.clock.now)
        }
        #expect(pair.answerer.midBySSRC.count <= 8)
    }

    @Test("a section that is used again under the same SSRC begins anew")
    func reuse() throws {
        var pair = try PeerPair()
        let downlink = pair.offerer.addReceivingAudio()
        try pair.negotiate()
        pair.run(for: .seconds(1))
        for (turn, track) in ["TR_a", "TR_b"].enumerated() {
            try pair.answerer.assign(MediaStreamID(stream: "PA|\(track)", track: track), to: downlink)
            try pair.negotiate()
            for number in 0..<10 as Range<UInt16> {
                let sequence = UInt16(turn) * 9000 + number
                let packet = packet(ssrc: UInt32(turn + 1), sequence: sequence, mid: "0")
                pair.answerer.forward(packet, on: downlink, now: pair.clock.now)
                pair.run(for: .milliseconds(20))
            }
            pair.run(for: .milliseconds(100))
            #expect(pair.offerer.receivers.map(\.packetsReceived) == [10])
            #expect(pair.offererEvents.packets.count == 10 * (turn + 1))
            try pair.answerer.assign(nil, to: downlink)
            try pair.negotiate()
            #expect(pair.offerer.receivers.isEmpty)
        }
        #expect(Set(pair.offererEvents.packets.map(\.ssrc)).count == 1)
        let numbers = pair.offererEvents.packets.map(\.sequenceNumber)
        #expect(numbers == (0..<20).map { numbers[0] &+ $0 })
    }

    @Test("what is left out leaves no gap in the numbers, and its time passes")
    func leftOut() throws {
        var pair = try PeerPair()
        let downlink = pair.offerer.addReceivingAudio()
        try pair.negotiate()
        try pair.answerer.assign(MediaStreamID(stream: "PA|TR_a", track: "TR_a"), to: downlink)
        try pair.negotiate()
        pair.run(for: .seconds(1))
        for number in 0..<5000 as Range<UInt16> {
            var packet = packet(ssrc: 1, sequence: number &- 2, mid: "0")
            packet.timestamp = UInt32(number) * 960
            if (2..<4998).contains(number) {
                pair.answerer.leaveOut(packet, on: downlink)
            } else {
                pair.answerer.forward(packet, on: downlink, now: pair.clock.now)
                pair.run(for: .milliseconds(20))
            }
        }
        pair.run(for: .seconds(1))
        let heard = pair.offererEvents.packets
        #expect(heard.map { $0.sequenceNumber &- heard[0].sequenceNumber } == [0, 1, 2, 3])
        #expect(heard.map { ($0.timestamp &- heard[0].timestamp) / 960 } == [0, 1, 4998, 4999])
    }

    @Test("an offer with endless sections is refused")
    func endlessSections() throws {
        var pair = try PeerPair()
        for _ in 0..<257 { pair.offerer.addReceivingAudio() }
        let offer = try pair.offerer.makeOffer()
        #expect(throws: PeerError.tooManySections(limit: 256)) { try pair.answerer.setOffer(offer, now: .origin) }
    }
}
