import Peer
import RTP
import SCTP
import SDP
import Secure
import Simulation
import Testing
import Timing

@Suite("Two peers and a wire") struct CallTests {
    @Test("they connect, open both channels, and audio and data cross both ways")
    func call() throws {
        var pair = try PeerPair()
        pair.offerer.openChannel("_reliable", reliability: .reliable, ordered: true)
        pair.offerer.openChannel("_lossy", reliability: .lossy(maxRetransmits: 0), ordered: false)
        let downlink = pair.offerer.addReceivingAudio()
        let uplink = pair.offerer.addSendingAudio(track: "cid-1")
        try pair.negotiate()
        try pair.answerer.assign(MediaStreamID(stream: "PA_x|TR_y", track: "TR_y"), to: downlink)
        try pair.negotiate()
        pair.run(for: .seconds(1))
        #expect(pair.offererEvents.isConnected && pair.answererEvents.isConnected)
        #expect(pair.offererEvents.openChannels == ["_reliable", "_lossy"])
        #expect(pair.answererEvents.openChannels == ["_reliable", "_lossy"])

        try pair.offerer.send([1, 2, 3], on: "_reliable", now: pair.clock.now)
        try pair.answerer.send(Array(repeating: 7, count: 60_000), on: "_reliable", now: pair.clock.now)
        for number in 0..<50 {
            try pair.offerer.sendAudio(OutgoingFrame([UInt8(number)]), on: uplink, now: pair.clock.now)
            pair.run(for: .milliseconds(20))
            for packet in pair.answererEvents.packets.suffix(1) {
                pair.answerer.forward(packet, on: downlink, now: pair.clock.now)
            }
        }
        pair.run(for: .seconds(1))
        #expect(pair.answererEvents.messages == [[1, 2, 3]])
        #expect(pair.offererEvents.messages.map(\.count) == [60_000])
        #expect(pair.answererEvents.packets.map(\.payload) == (0..<50).map { [$0] })
        #expect(pair.offererEvents.packets.map(\.payload) == (0..<50).map { [$0] })
    }

    @Test("lost media is asked for and sent again", arguments: [11 as UInt64, 12, 13])
    func retransmission(seed: UInt64) throws {
        var pair = try PeerPair(seed: seed)
        let uplink = pair.offerer.addSendingAudio(track: "cid-1")
        try pair.negotiate()
        pair.run(for: .seconds(1))
        pair.network.conditions = NetworkConditions(latency: .milliseconds(10), loss: 0.1)
        for number in 0..<200 {
            try pair.offerer.sendAudio(OutgoingFrame([UInt8(number)]), on: uplink, now: pair.clock.now)
            pair.run(for: .milliseconds(20))
        }
        pair.run(for: .seconds(1))
        let heard = Set(pair.answererEvents.packets.map { $0.payload[0] })
        #expect(pair.network.lost > 0)
        #expect(heard.count >= 195)
        #expect(pair.answererEvents.packets.count == heard.count)
        #expect(pair.offerer.counters.retransmitted > 0)
    }

    @Test("data arrives whole and in order over a rough network", arguments: [21 as UInt64, 22, 23])
    func roughData(seed: UInt64) throws {
        var pair = try PeerPair(seed: seed)
        pair.offerer.openChannel("_reliable", reliability: .reliable, ordered: true)
        try pair.negotiate()
        pair.run(for: .seconds(1))
        pair.network.conditions = .rough
        let messages = (0..<40).map { Array(repeating: UInt8($0), count: 200 * $0 + 1) }
        for message in messages {
            try pair.offerer.send(message, on: "_reliable", now: pair.clock.now)
            pair.run(for: .milliseconds(50))
        }
        pair.run(for: .seconds(30))
        #expect(pair.answererEvents.messages == messages)
    }

    @Test("the wrong certificate ends the connection")
    func wrongCertificate() throws {
        var pair = try PeerPair()
        var offer = try pair.offerer.makeOfferWithChannel()
        offer.fingerprint = try PeerPair().offerer.configuration.certificate.fingerprint.description
        try pair.answerer.setOffer(offer, now: .origin)
        try pair.offerer.setAnswer(pair.answerer.makeAnswer(), now: .origin)
        pair.run(for: .seconds(5))
        guard case .some(.some(.handshakeFailed)) = pair.answererEvents.failure else {
            Issue.record("the answerer accepted a stranger")
            return
        }
    }
}

extension Peer {
    fileprivate mutating func makeOfferWithChannel() throws(PeerError) -> SessionDescription {
        openChannel("_reliable", reliability: .reliable, ordered: true)
        return try makeOffer()
    }
}
