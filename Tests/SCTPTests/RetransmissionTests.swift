import Simulation
import Testing
import Timing

@testable import SCTP

@Suite("Sending again") struct RetransmissionTests {
    /// A connected pair with one open channel on stream 0 of the client.
    private func openPair() -> AssociationPair {
        var pair = AssociationPair.connected()
        _ = pair[.client].open("x", reliability: .reliable, ordered: true)
        pair.run(for: .seconds(2))
        return pair
    }

    private func dataPackets(_ pair: AssociationPair, from number: Int) -> [[TSN]] {
        pair.packets[0][number...].map { bytes in
            (SCTPPacket(bytes)?.chunks ?? []).compactMap { if case .data(let chunk) = $0 { chunk.tsn } else { nil } }
        }.filter { !$0.isEmpty }
    }

    @Test("T3 doubles with every expiry and returns to normal after an answer")
    func backOff() throws {
        var pair = openPair()
        pair.network.isDown = true
        try pair[.client].send([1], on: 0, now: pair.now)
        let normal = pair[.client].outbound.rto.current
        #expect(normal >= .milliseconds(200) && normal < .milliseconds(600))
        for expiry in 1...5 {
            let t3 = try #require(pair[.client].outbound.t3)
            pair.clock.advance(to: t3)
            pair[.client].handleTimeout(now: t3)
            #expect(pair[.client].outbound.rto.current == normal * (1 << expiry))
            #expect(pair[.client].outbound.t3 == t3 + normal * (1 << expiry))
        }
        pair.drain()
        pair.network.isDown = false
        pair.run(for: .seconds(20))
        #expect(pair.messages(of: .server) == [[1]])
        try pair[.client].send([2], on: 0, now: pair.now)
        pair.run(for: .seconds(2))
        #expect(pair[.client].outbound.rto.current < .milliseconds(600))
    }

    @Test("a chunk missing from three acknowledgements is sent again before T3")
    func fastRetransmit() throws {
        var pair = openPair()
        let before = pair.packets[0].count
        pair.dropped[0] = [before]
        let start = pair.now
        for number in 0..<8 {
            try pair[.client].send([UInt8(number)], on: 0, now: pair.now)
            pair.drain()
        }
        pair.run(for: .milliseconds(90))
        #expect(pair.messages(of: .server).count == 8)
        #expect(pair.now - start < pair[.client].outbound.rto.current)
        let first = try #require(dataPackets(pair, from: before).first?.first)
        #expect(dataPackets(pair, from: before).joined().count { $0 == first } == 2)
    }

    @Test("a lost last chunk is sent again by T3, once")
    func tailLoss() throws {
        var pair = openPair()
        let before = pair.packets[0].count
        pair.dropped[0] = [before]
        try pair[.client].send([1], on: 0, now: pair.now)
        pair.run(for: .seconds(3))
        #expect(pair.messages(of: .server) == [[1]])
        #expect(dataPackets(pair, from: before).count == 2)
    }

    @Test("nothing is sent twice on a clean network, delayed acknowledgements included")
    func noSpuriousRetransmission() throws {
        var pair = openPair()
        let before = pair.packets[0].count
        for number in 0..<30 {
            try pair[.client].send([UInt8(number)], on: 0, now: pair.now)
            pair.run(for: .milliseconds(number % 3 == 0 ? 5 : 400))
        }
        pair.run(for: .seconds(2))
        let sent = dataPackets(pair, from: before).joined().map(\.value)
        #expect(Set(sent).count == sent.count)
        #expect(pair.messages(of: .server).count == 30)
    }

    @Test("a peer that takes back what it had acknowledged is sent it again")
    func reneging() throws {
        var pair = openPair()
        pair.network.isDown = true
        for number in 0..<4 { try pair[.client].send([UInt8(number)], on: 0, now: pair.now) }
        let first = pair[.client].outbound.outstanding.cumulative.next
        let tag = pair[.client].localTag
        let acks = [
            SelectiveAcknowledgement(
                cumulative: first.previous, receiverWindow: 100_000, gapBlocks: [GapBlock(start: 2, end: 4)]),
            SelectiveAcknowledgement(cumulative: first, receiverWindow: 100_000),
        ]
        for ack in acks {
            let packet = SCTPPacket(port: 5000, verificationTag: tag, chunks: [.sack(ack)])
            pair[.client].handle(packet.serialized(), now: pair.now)
        }
        #expect(pair[.client].outbound.outstanding.flightSize == 3)
        #expect(pair[.client].bufferedAmount(of: 0) == 3)
    }
}
