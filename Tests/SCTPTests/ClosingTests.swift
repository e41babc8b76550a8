import Simulation
import Testing
import Timing

@testable import SCTP

@Suite("Ending an association") struct ClosingTests {
    @Test("an orderly close delivers what is on the way and ends both ends", arguments: [0, 0.1, 0.3])
    func orderly(_ loss: Double) throws {
        var pair = AssociationPair.connected(seed: 3, conditions: NetworkConditions(loss: loss))
        let channel = pair[.client].open("x", reliability: .reliable, ordered: true)
        for number in 0..<10 {
            try pair[.client].send(Array(repeating: UInt8(number), count: 5000), on: channel, now: pair.now)
        }
        pair[.client].close()
        #expect(throws: SCTPError.closed) { try pair[.client].send([1], on: channel, now: pair.now) }
        pair.run(for: .seconds(600))
        #expect(pair.messages(of: .server).count == 10)
        #expect(pair.events(of: .client).last == .closed(nil))
        #expect(pair.events(of: .server).last == .closed(nil))
        #expect(pair[.client].timeout == nil && pair[.server].timeout == nil)
    }

    @Test("both ends may close at once", arguments: [0, 0.3])
    func simultaneous(_ loss: Double) {
        var pair = AssociationPair.connected(seed: 4, conditions: NetworkConditions(loss: loss))
        pair[.client].close()
        pair[.server].close()
        pair.run(for: .seconds(600))
        #expect(pair.events(of: .client).last == .closed(nil))
        #expect(pair.events(of: .server).last == .closed(nil))
    }

    @Test("closing before the handshake ends at once")
    func early() {
        var pair = AssociationPair()
        pair.start(.client)
        pair[.client].close()
        pair.drain()
        #expect(pair.events(of: .client) == [.closed(nil)])
        #expect(pair[.client].timeout == nil)
    }

    @Test("an end that gets no answer gives up after ten retransmissions")
    func unreachable() throws {
        var pair = AssociationPair.connected()
        let channel = pair[.client].open("x", reliability: .reliable, ordered: true)
        pair.run(for: .seconds(1))
        pair.network.isDown = true
        let before = pair.packets[0].count
        try pair[.client].send([1], on: channel, now: pair.now)
        pair.run(for: .seconds(900))
        #expect(pair.events(of: .client).last == .closed(.peerUnreachable))
        let chunks = pair.packets[0][before...].compactMap { SCTPPacket($0)?.chunks }.joined()
        #expect(chunks.count { if case .data = $0 { true } else { false } } == 11)
        #expect(pair[.client].timeout == nil)
        #expect(throws: SCTPError.closed) { try pair[.client].send([1], on: channel, now: pair.now) }
    }

    @Test("an idle end asks every 30 seconds, and gives up when nobody answers")
    func heartbeats() {
        var pair = AssociationPair.connected()
        pair.run(for: .seconds(5))
        let before = pair.packets[0].count
        pair.run(for: .seconds(300))
        #expect((8...22).contains(pair.packets[0].count - before))
        #expect(pair[.client].isEstablished)
        pair.network.isDown = true
        pair.run(for: .seconds(600))
        #expect(pair.events(of: .client).last == .closed(.peerUnreachable))
    }

    @Test("ABORT ends the association with its cause")
    func aborted() {
        var pair = AssociationPair.connected()
        let abort = SCTPPacket(
            port: 5000, verificationTag: pair[.client].localTag,
            chunks: [.abort(causes: [ErrorCause(code: ErrorCause.outOfResource)], isReflected: false)])
        pair[.client].handle(abort.serialized(), now: pair.now)
        pair.drain()
        #expect(pair.events(of: .client).last == .closed(.abortedByPeer(cause: 4)))
    }

    @Test("an ABORT under a foreign tag is ignored")
    func foreignAbort() {
        var pair = AssociationPair.connected()
        for isReflected in [false, true] {
            let abort = SCTPPacket(
                port: 5000, verificationTag: pair[.client].localTag ^ 1,
                chunks: [.abort(causes: [], isReflected: isReflected)])
            pair[.client].handle(abort.serialized(), now: pair.now)
        }
        #expect(pair[.client].isEstablished)
    }

    @Test("DATA without data is answered with ABORT")
    func noUserData() throws {
        var pair = AssociationPair.connected()
        let tsn = try #require(pair[.client].inbound).cumulative.next
        let empty = DataChunk(
            tsn: tsn, streamID: 1, streamSequence: 0, payloadProtocol: 53, isUnordered: false, isBeginning: true,
            isEnd: true, payload: [])
        let packet = SCTPPacket(port: 5000, verificationTag: pair[.client].localTag, chunks: [.data(empty)])
        pair[.client].handle(packet.serialized(), now: pair.now)
        pair.drain()
        #expect(pair.events(of: .client).last == .closed(.protocolViolation(cause: ErrorCause.noUserData)))
        pair.run(for: .seconds(1))
        #expect(pair.events(of: .server).last == .closed(.abortedByPeer(cause: ErrorCause.noUserData)))
    }
}
