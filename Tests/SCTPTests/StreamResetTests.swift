import Simulation
import Testing
import Timing

@testable import SCTP

@Suite("Stream reset") struct StreamResetTests {
    /// What the server answers to a request in RE-CONFIG.
    private func answers(_ server: inout Association, _ parameter: ReconfigurationParameter, at now: Instant) -> [Chunk]
    {
        let packet = SCTPPacket(
            port: 5000, verificationTag: server.localTag, chunks: [.reconfiguration(ReconfigurationChunk(parameter))])
        server.handle(packet.serialized(), now: now)
        var chunks: [Chunk] = []
        while let output = server.pollOutput() {
            if case .transmit(let bytes) = output { chunks += SCTPPacket(bytes)?.chunks ?? [] }
        }
        return chunks
    }

    private func response(_ number: UInt32, _ result: ReconfigurationResult) -> Chunk {
        .reconfiguration(ReconfigurationChunk(.response(to: number, result: result.rawValue)))
    }

    @Test("a reset is in progress until everything before it has arrived, and repeats give the same answer")
    func inProgress() throws {
        let pair = AssociationPair.connected()
        var server = pair[.server]
        let number = pair[.client].initialTSN.value
        let last = pair[.client].initialTSN
        let request = ReconfigurationParameter.outgoingReset(request: number, response: 0, lastTSN: last, streams: [0])
        #expect(answers(&server, request, at: pair.now).contains(response(number, .inProgress)))
        let data = DataChunk(
            tsn: last, streamID: 0, streamSequence: 0, payloadProtocol: 53, isUnordered: false, isBeginning: true,
            isEnd: true, payload: [1])
        let packet = SCTPPacket(port: 5000, verificationTag: server.localTag, chunks: [.data(data)])
        server.handle(packet.serialized(), now: pair.now)
        for _ in 0..<3 {
            #expect(answers(&server, request, at: pair.now).contains(response(number, .performed)))
        }
    }

    @Test("a request out of turn, or of a kind we do not perform, is refused")
    func refused() {
        let pair = AssociationPair.connected()
        var server = pair[.server]
        let number = pair[.client].initialTSN.value
        let early = ReconfigurationParameter.incomingReset(request: number &+ 5, streams: [0])
        #expect(answers(&server, early, at: pair.now).contains(response(number &+ 5, .badSequenceNumber)))
        let addStreams = ReconfigurationParameter.other(type: 17, request: number)
        #expect(answers(&server, addStreams, at: pair.now).contains(response(number, .denied)))
    }

    @Test("a lost request and a lost answer are made good", arguments: 0..<6, AssociationPair.End.allCases)
    func lost(_ offset: Int, _ end: AssociationPair.End) {
        var pair = AssociationPair.connected()
        let channel = pair[.client].open("x", reliability: .reliable, ordered: true)
        pair.run(for: .seconds(2))
        pair.dropped[end.rawValue] = [pair.packets[end.rawValue].count + offset]
        pair[.client].close(channel)
        pair.run(for: .seconds(5))
        for end in AssociationPair.End.allCases {
            #expect(pair.events(of: end).count { $0 == .channelClosed(channel) } == 1)
            #expect(pair[end].channel(on: channel) == nil)
        }
    }
}
