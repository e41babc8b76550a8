import RTP
import Timing
import Wire

// Media packets and their control, and the streams they belong to.
extension FuzzTarget {
    private static let packet = RTPPacket(
        marker: true, payloadType: 111, sequenceNumber: 65_535, timestamp: 960, ssrc: 7, csrcs: [1, 2],
        extensions: [HeaderExtension(id: 1, data: [0x85]), HeaderExtension(id: 4, data: [48])],
        payload: [0xF8, 0xFF, 0xFE])
    private static let block = ReportBlock(
        ssrc: 7, fractionLost: 1, cumulativeLost: 2, highestSequence: 3, jitter: 4, lastSenderReport: 5,
        delaySinceLastSenderReport: 6)
    private static let reports: [RTCPPacket] = [
        .senderReport(
            SenderReport(ssrc: 7, ntp: 1 << 32, rtpTimestamp: 960, packetCount: 1, octetCount: 3, reports: [block])),
        .sourceDescription(SourceDescription(ssrc: 7, cname: "name")),
        .nack(GenericNACK(senderSSRC: 1, mediaSSRC: 7, sequenceNumbers: [1, 2, 17, 40])),
        .unknown(type: 206, count: 15, body: [1, 2, 3, 4]),
    ]

    static let rtp = FuzzTarget(name: "rtp") {
        [
            packet.serialized(),
            RTPPacket(payloadType: 0, sequenceNumber: 0, timestamp: 0, ssrc: 0, payload: []).serialized(),
        ]
    } feed: { input in
        guard let packet = RTPPacket(input) else { return }
        for id in 0...15 as ClosedRange<UInt8> { _ = packet.headerExtension(id).flatMap(AudioLevel.init) }
        precondition(RTPPacket(packet.serialized()) == packet, "what was written reads differently")
    }

    static let rtcp = FuzzTarget(name: "rtcp") {
        [RTCPPacket.compound(reports)] + reports.map { $0.serialized() }
    } feed: { input in
        guard let packets = RTCPPacket.parse(compound: input) else { return }
        precondition(
            RTCPPacket.parse(compound: RTCPPacket.compound(packets)) == packets, "what was written reads differently")
    }

    /// One stream in each direction, by packets and reports as they come.
    static let streams = FuzzTarget(name: "streams") {
        [
            Script.input([
                .init(0, packet.serialized()), .init(1, RTCPPacket.compound(reports)), .init(2, [20]),
                .init(3, [1, 2]),
                .init(0, packet.serialized()),
            ])
        ]
    } feed: { input in
        var stage = StreamStage()
        for step in Script(input) { stage.take(step) }
    }
}
