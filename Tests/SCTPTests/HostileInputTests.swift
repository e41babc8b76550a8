import Simulation
import Testing
import Timing

@testable import SCTP

@Suite("Hostile input") struct HostileInputTests {
    @Test("random bytes and cut packets change nothing")
    func randomBytes() {
        var pair = AssociationPair.connected()
        var random = SeededGenerator(seed: 1)
        let genuine = pair.packets.joined()
        let before = pair[.client].timeout
        for _ in 0..<2000 {
            pair[.client].handle(random.bytes(Int.random(in: 0...200, using: &random)), now: pair.now)
        }
        for packet in genuine {
            for count in 0..<packet.count { pair[.client].handle(Array(packet.prefix(count)), now: pair.now) }
        }
        #expect(pair[.client].pollOutput() == nil)
        #expect(pair[.client].timeout == before)
    }

    @Test("random chunks under the right tag and checksum never trap", arguments: 0..<40 as Range<UInt64>)
    func randomChunks(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for start in [AssociationPair(seed: seed), startedPair(seed), .connected(seed: seed)] {
            var pair = start
            for _ in 0..<300 {
                let tag = pair[.server].localTag
                let packet = SCTPPacket(
                    port: 5000, verificationTag: random.chance(0.1) ? 0 : tag,
                    chunks: (0..<Int.random(in: 1...3, using: &random)).map { _ in randomChunk(&random, pair) })
                pair.clock.advance(by: .milliseconds(5))
                pair[.server].handle(packet.serialized(), now: pair.now)
                pair[.server].handleTimeout(now: pair.now)
                pair.drain()
            }
        }
    }

    @Test("a peer that fills the receive buffer and never completes is sent ABORT", arguments: [true, false])
    func overrun(_ isFragmented: Bool) throws {
        var pair = AssociationPair.connected()
        let first = try #require(pair[.server].inbound).cumulative.next
        for number in 0..<3000 {
            // Either one message without end, or ordered messages whose first never comes.
            let chunk = DataChunk(
                tsn: first.advanced(by: number), streamID: 0, streamSequence: isFragmented ? 0 : UInt16(number + 1),
                payloadProtocol: 53, isUnordered: false, isBeginning: !isFragmented || number == 0,
                isEnd: !isFragmented, payload: Array(repeating: 1, count: 1000))
            let packet = SCTPPacket(port: 5000, verificationTag: pair[.server].localTag, chunks: [.data(chunk)])
            pair[.server].handle(packet.serialized(), now: pair.now)
            pair.drain()
        }
        #expect(pair.events(of: .server).last == .closed(.protocolViolation(cause: ErrorCause.outOfResource)))
    }

    @Test("more channels than allowed are refused")
    func manyChannels() {
        var parameters = ProtocolParameters()
        parameters.maximumInboundChannels = 5
        var pair = AssociationPair.connected(parameters: parameters)
        for number in 0..<8 { _ = pair[.client].open("\(number)", reliability: .reliable, ordered: true) }
        pair.run(for: .seconds(10))
        let opened = pair.events(of: .server).count { if case .channelOpened = $0 { true } else { false } }
        #expect(opened == 5)
        #expect(pair.events(of: .client).filter { if case .channelClosed = $0 { true } else { false } }.count == 3)
    }

    @Test("chunks of unknown types are skipped, reported or end the packet, as their type asks")
    func unknownChunks() throws {
        let pair = AssociationPair.connected()
        for (type, isReported, isRestRead) in [
            (0x3F, false, false), (0x7F, true, false), (0xBF, false, true), (0xFF, true, true),
        ] as [(UInt8, Bool, Bool)] {
            var server = pair[.server]
            let packet = SCTPPacket(
                port: 5000, verificationTag: server.localTag,
                chunks: [.unknown(UnknownChunk(type: type, flags: 0, body: [1])), .heartbeat([5])])
            server.handle(packet.serialized(), now: pair.now)
            var answers: [Chunk] = []
            while case .transmit(let bytes) = server.pollOutput() { answers += SCTPPacket(bytes)?.chunks ?? [] }
            #expect(answers.contains(.heartbeatAck([5])) == isRestRead)
            let report = ErrorCause(code: ErrorCause.unrecognizedChunk, information: [type, 0, 0, 5, 1])
            #expect(answers.contains(.error([report])) == isReported)
        }
    }

    private func startedPair(_ seed: UInt64) -> AssociationPair {
        var pair = AssociationPair(seed: seed)
        pair.start(.client, .server)
        pair.run(for: .milliseconds(25))
        return pair
    }

    /// A chunk of any kind whose numbers are mostly near those in use.
    private func randomChunk(_ random: inout SeededGenerator, _ pair: AssociationPair) -> Chunk {
        let near = (pair[.server].inbound?.cumulative ?? TSN(0)).advanced(by: Int.random(in: -3...12, using: &random))
        let own = pair[.server].outbound.outstanding.newest.advanced(by: Int.random(in: -3...3, using: &random))
        switch Int.random(in: 0...9, using: &random) {
        case 0...3:
            return .data(
                DataChunk(
                    tsn: near, streamID: .random(in: 0...3, using: &random),
                    streamSequence: .random(in: 0...5, using: &random),
                    payloadProtocol: .random(in: 50...57, using: &random), isUnordered: random.chance(0.5),
                    isBeginning: random.chance(0.6), isEnd: random.chance(0.6), payload: random.bytes(13)))
        case 4, 5:
            let blocks = (0..<3).map { _ in
                GapBlock(start: .random(in: 0...9, using: &random), end: .random(in: 0...9, using: &random))
            }
            return .sack(
                SelectiveAcknowledgement(
                    cumulative: own, receiverWindow: .random(in: 0...3000, using: &random), gapBlocks: blocks))
        case 6:
            return .forwardTSN(
                ForwardTSNChunk(
                    cumulative: near, streams: [.init(streamID: 1, streamSequence: .random(in: 0...9, using: &random))])
            )
        case 7:
            return .reconfiguration(
                ReconfigurationChunk(
                    .outgoingReset(
                        request: near.value, response: 0, lastTSN: near, streams: [.random(in: 0...3, using: &random)]),
                    .response(to: own.value, result: .random(in: 0...7, using: &random))))
        default: return ChunkSamples.all.randomElement(using: &random) ?? .cookieAck
        }
    }
}
