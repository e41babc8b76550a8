import Simulation
import Testing
import Timing

@testable import SCTP

@Suite("Windows and acknowledgements") struct FlowControlTests {
    @Test("what is in flight stays within the congestion window and one packet, and the window opens")
    func congestionWindow() throws {
        var pair = AssociationPair.connected()
        let channel = pair[.client].open("x", reliability: .reliable, ordered: true)
        for _ in 0..<8 { try pair[.client].send(Array(repeating: 1, count: 60_000), on: channel, now: pair.now) }
        #expect(pair[.client].outbound.outstanding.flightSize <= 4404 + 1160)
        while pair.messages(of: .server).count < 8 {
            pair.run(for: .milliseconds(5))
            let outbound = pair[.client].outbound
            #expect(outbound.outstanding.flightSize <= outbound.window.size + 1160)
        }
        #expect(pair[.client].outbound.window.size > 4 * 4404)
    }

    @Test("a loss halves the congestion window once per recovery, an expiry closes it to one packet")
    func congestion() {
        var window = CongestionWindow(packetSize: 1188)
        for number in 1...20 { window.acknowledged(5000, upTo: TSN(UInt32(number)), wasFull: true) }
        let open = window.size
        #expect(open == 4404 + 20 * 1188)
        window.lossReported(newest: TSN(30))
        window.lossReported(newest: TSN(31))
        #expect(window.size == open / 2 && window.isRecovering)
        window.acknowledged(5000, upTo: TSN(29), wasFull: true)
        #expect(window.size == open / 2, "no growth while recovering")
        window.acknowledged(5000, upTo: TSN(30), wasFull: true)
        #expect(!window.isRecovering)
        window.timedOut()
        #expect(window.size == 1188)
        window.acknowledged(5000, upTo: TSN(40), wasFull: false)
        #expect(window.size == 1188, "no growth while it is not used up")
    }

    @Test("a small receive window is respected, and everything still arrives")
    func receiverWindow() throws {
        var parameters = ProtocolParameters()
        parameters.receiveBufferSize = 4000
        var pair = AssociationPair.connected(conditions: NetworkConditions(loss: 0.05), parameters: parameters)
        let channel = pair[.client].open("x", reliability: .reliable, ordered: true)
        let messages = (0..<30).map { Array(repeating: UInt8($0), count: 900) }
        for message in messages { try pair[.client].send(message, on: channel, now: pair.now) }
        pair.run(for: .seconds(200)) {
            #expect($0[.client].outbound.outstanding.flightSize <= 4000)
            return $0.messages(of: .server).count == messages.count
        }
        #expect(pair.messages(of: .server) == messages)
    }

    @Test("a closed window is probed with one chunk and is no failure while it is acknowledged")
    func closedWindow() throws {
        var pair = AssociationPair.connected()
        let channel = pair[.client].open("x", reliability: .reliable, ordered: true)
        pair.run(for: .seconds(1))
        pair.network.isDown = true
        try pair[.client].send([1], on: channel, now: pair.now)
        let last = pair[.client].outbound.outstanding.cumulative
        for _ in 0..<40 {
            let t3 = try #require(pair[.client].outbound.t3)
            pair.clock.advance(to: t3)
            pair[.client].handleTimeout(now: t3)
            let ack = SelectiveAcknowledgement(cumulative: last, receiverWindow: 0)
            let packet = SCTPPacket(port: 5000, verificationTag: pair[.client].localTag, chunks: [.sack(ack)])
            pair[.client].handle(packet.serialized(), now: pair.now)
            pair.drain()
        }
        #expect(pair[.client].isEstablished)
    }

    @Test("every second packet is acknowledged at once, a single one after 200 ms")
    func delayedAcknowledgement() throws {
        let pair = AssociationPair.connected()
        var server = pair[.server]
        let first = try #require(server.inbound).cumulative.next
        func receive(_ number: Int, at now: Instant, immediately: Bool = false) -> Bool {
            let chunk = DataChunk(
                tsn: first.advanced(by: number), streamID: 0, streamSequence: UInt16(number), payloadProtocol: 53,
                isUnordered: false, isBeginning: true, isEnd: true, wantsImmediateAck: immediately, payload: [1])
            let packet = SCTPPacket(port: 5000, verificationTag: server.localTag, chunks: [.data(chunk)])
            server.handle(packet.serialized(), now: now)
            return server.pollOutput() != nil
        }
        #expect(!receive(0, at: pair.now))
        #expect(server.timeout == pair.now + .milliseconds(200))
        server.handleTimeout(now: pair.now + .milliseconds(200))
        #expect(server.pollOutput() != nil)
        let later = pair.now + .seconds(1)
        #expect(!receive(1, at: later))
        #expect(receive(2, at: later), "the second packet")
        #expect(receive(3, at: later, immediately: true), "asked for at once")
        #expect(receive(5, at: later), "a gap")
        #expect(receive(3, at: later), "a duplicate")
    }

    @Test("gaps and duplicates are reported at once")
    func gaps() throws {
        var received = ReceivedTSNs(initialTSN: TSN(0xFFFF_FFFE))
        for tsn in [0xFFFF_FFFE, 1, 2, 5, 0xFFFF_FFFF, 4] as [UInt32] where received.classify(TSN(tsn)) == .new {
            received.insert(TSN(tsn))
        }
        #expect(received.classify(TSN(2)) == .duplicate)
        #expect(received.classify(TSN(0xFFFF_0000)) == .duplicate)
        #expect(received.classify(TSN(70_000)) == .outOfReach)
        received.noteDuplicate(TSN(2))
        let sack = received.acknowledgement(window: 10, limit: 10)
        #expect(sack.cumulative == TSN(0xFFFF_FFFF))
        #expect(sack.gapBlocks == [GapBlock(start: 2, end: 3), GapBlock(start: 5, end: 6)])
        #expect(sack.duplicates == [TSN(2)])
        received.insert(TSN(0))
        #expect(received.cumulative == TSN(2))
        received.advance(to: TSN(4))
        #expect(received.cumulative == TSN(5) && !received.hasGap)
    }
}
