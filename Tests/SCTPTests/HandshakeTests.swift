import Simulation
import Testing
import Timing

@testable import SCTP

@Suite("Setting up an association") struct HandshakeTests {
    @Test("one end starts, the other answers")
    func oneSided() {
        var pair = AssociationPair()
        pair.start(.client)
        pair.run(for: .seconds(1))
        #expect(pair.events(of: .client) == [.connected])
        #expect(pair.events(of: .server) == [.connected])
        #expect(pair[.client].isEstablished && pair[.server].isEstablished)
    }

    @Test("both ends start at once", arguments: [0, 1, 2, 3] as [UInt64])
    func simultaneous(_ seed: UInt64) {
        var pair = AssociationPair(seed: seed)
        pair.start(.client, .server)
        pair.run(for: .seconds(1))
        #expect(pair.events(of: .client) == [.connected])
        #expect(pair.events(of: .server) == [.connected])
    }

    @Test("any one packet of the handshake may be lost", arguments: 0..<4, AssociationPair.End.allCases)
    func oneLost(_ number: Int, _ end: AssociationPair.End) {
        for starters in [[AssociationPair.End.client], [.client, .server]] {
            var pair = AssociationPair()
            pair.dropped[end.rawValue] = [number]
            for starter in starters { pair.start(starter) }
            pair.run(for: .seconds(2))
            #expect(pair.events(of: .client) == [.connected])
            #expect(pair.events(of: .server) == [.connected])
        }
    }

    @Test("a lost COOKIE ECHO is sent again when T1 fires")
    func lostCookieEcho() throws {
        var pair = AssociationPair()
        pair.dropped[AssociationPair.End.client.rawValue] = [1]
        pair.start(.client)
        pair.run(for: .milliseconds(400))
        #expect(!pair.isConnected(.client))
        pair.run(for: .milliseconds(300))
        #expect(pair.isConnected(.client) && pair.isConnected(.server))
        let sent = try pair.packets[0].map { try #require(SCTPPacket($0)) }
        try #require(sent.count >= 3)
        #expect(sent[1] == sent[2], "the same cookie again")
    }

    @Test("the handshake survives heavy loss, duplication and reordering", arguments: 0..<20 as Range<UInt64>)
    func lossy(_ seed: UInt64) {
        let conditions = NetworkConditions(jitter: .milliseconds(30), loss: 0.3, duplication: 0.1, reordering: 0.2)
        let pair = AssociationPair.connected(seed: seed, conditions: conditions)
        #expect(pair.events(of: .client) == [.connected])
        #expect(pair.events(of: .server) == [.connected])
    }

    @Test("INIT is repeated with doubling waits, and given up after eight repetitions")
    func nobodyThere() throws {
        var pair = AssociationPair()
        pair.network.isDown = true
        pair.start(.client)
        var sent: [Instant] = [pair.now]
        for _ in 0..<9 {
            let timeout = try #require(pair[.client].timeout)
            pair.clock.advance(to: timeout)
            pair[.client].handleTimeout(now: timeout)
            pair.drain()
            if pair.packets[0].count > sent.count { sent.append(timeout) }
        }
        let waits = zip(sent.dropFirst(), sent).map { ($0.0 - $0.1).inSeconds }
        #expect(waits == [0.5, 1, 2, 4, 8, 16, 32, 60])
        #expect(pair.events(of: .client) == [.closed(.handshakeTimedOut)])
        #expect(pair[.client].timeout == nil)
    }

    @Test("a cookie that is forged, cut or too old is not accepted")
    func badCookies() throws {
        var pair = AssociationPair()
        pair.start(.client)
        pair.run(for: .milliseconds(50)) { !$0.packets[1].isEmpty }
        let answer = try #require(SCTPPacket(pair.packets[1][0]))
        guard case .initiationAck(let chunk) = answer.chunks.first else { throw UnexpectedChunk() }
        let cookie = try #require(chunk.cookie)
        var server = pair[.server]
        for bad in [Array(cookie.dropLast()), cookie.map { $0 ^ 1 }, [], Array(repeating: 0, count: cookie.count)] {
            server.handle(packet(.cookieEcho(bad), tag: chunk.initiateTag), now: pair.now)
            #expect(!server.isEstablished)
        }
        var late = server
        late.handle(packet(.cookieEcho(cookie), tag: chunk.initiateTag), now: pair.now + .seconds(61))
        #expect(!late.isEstablished)
        guard case .transmit(let bytes) = late.pollOutput(), let report = SCTPPacket(bytes),
            case .error(let causes) = report.chunks.first
        else { throw UnexpectedChunk() }
        #expect(causes.map(\.code) == [ErrorCause.staleCookie])
        server.handle(packet(.cookieEcho(cookie), tag: chunk.initiateTag), now: pair.now)
        #expect(server.isEstablished)
    }

    @Test("unrecognised parameters are returned when their type asks for it")
    func unrecognizedParameters() throws {
        var server = Association(role: .server, random: SeededGenerator(seed: 5))
        let initiation = InitiationChunk(
            initiateTag: 7, receiverWindow: 100_000, outboundStreams: 10, inboundStreams: 10, initialTSN: TSN(1),
            parameters: [Parameter(type: 0xFFF0, value: [1, 2, 3]), Parameter(type: 0xBFF0, value: [4])])
        server.handle(packet(.initiation(initiation), tag: 0), now: .origin)
        guard case .transmit(let bytes) = server.pollOutput(), let answer = SCTPPacket(bytes),
            case .initiationAck(let chunk) = answer.chunks.first
        else { throw UnexpectedChunk() }
        let returned = chunk.parameters.filter { $0.type == Parameter.unrecognizedParameter }
        #expect(returned.map(\.value) == [[0xFF, 0xF0, 0, 7, 1, 2, 3, 0]])
        #expect(answer.verificationTag == 7)
    }

    private func packet(_ chunk: Chunk, tag: UInt32) -> [UInt8] {
        SCTPPacket(port: 5000, verificationTag: tag, chunks: [chunk]).serialized()
    }
}
