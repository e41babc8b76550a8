@testable import SCTP

/// One chunk of every kind.
enum ChunkSamples {
    static let initiation = InitiationChunk(
        initiateTag: 0x0102_0304, receiverWindow: 131_072, outboundStreams: 1024, inboundStreams: 2048,
        initialTSN: TSN(0xFFFF_FFFE),
        parameters: [
            Parameter(type: Parameter.forwardTSNSupported, value: []),
            Parameter(type: Parameter.supportedExtensions, value: [130, 192]),
            Parameter(type: Parameter.stateCookie, value: Array(1...39)),
        ])
    static let data = DataChunk(
        tsn: TSN(7), streamID: 3, streamSequence: 9, payloadProtocol: 53, isUnordered: true, isBeginning: true,
        isEnd: false, wantsImmediateAck: true, payload: [1, 2, 3, 4, 5])
    static let sack = SelectiveAcknowledgement(
        cumulative: TSN(100), receiverWindow: 1 << 20,
        gapBlocks: [GapBlock(start: 2, end: 3), GapBlock(start: 5, end: 9)],
        duplicates: [TSN(99), TSN(98)])
    static let resets: [ReconfigurationParameter] = [
        .outgoingReset(request: 1, response: 2, lastTSN: TSN(3), streams: [4, 5, 6]),
        .incomingReset(request: 7, streams: [1]), .response(to: 8, result: 1), .other(type: 17, request: 9),
    ]

    static let all: [Chunk] =
        [
            .data(data), .initiation(initiation), .initiationAck(initiation), .sack(sack), .heartbeat([1, 2, 3]),
            .heartbeatAck([9]), .abort(causes: [ErrorCause(code: 13, information: [65])], isReflected: true),
            .shutdown(cumulative: TSN(5)), .shutdownAck, .shutdownComplete(isReflected: false),
            .error([ErrorCause(code: 3, information: [0, 0, 0, 1]), ErrorCause(code: 6, information: [1])]),
            .cookieEcho(Array(0..<39)), .cookieAck,
            .forwardTSN(
                ForwardTSNChunk(cumulative: TSN(1), streams: [.init(streamID: 2, streamSequence: 3)])),
            .unknown(UnknownChunk(type: 0xC7, flags: 3, body: [1, 2])),
        ] + resets.map { .reconfiguration(ReconfigurationChunk($0)) }
}
