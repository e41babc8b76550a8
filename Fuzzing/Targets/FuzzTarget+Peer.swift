import RTP
import Wire

extension FuzzTarget {
    /// Everything that a connected end can be sent: from strangers, and from the other end after a true handshake.
    static let peer = FuzzTarget(name: "peer") {
        let packet = RTPPacket(
            payloadType: 111, sequenceNumber: 1, timestamp: 960, ssrc: 7, payload: [0xF8, 0xFF, 0xFE])
        let nack = RTCPPacket.nack(GenericNACK(senderSSRC: 7, mediaSSRC: 1, sequenceNumbers: [1, 2]))
        let known = RTCPPacket.sourceDescription(SourceDescription(ssrc: 7, cname: "name"))
        let channel: [UInt8] = [3, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0]
        return [
            Script.input([
                .init(0, packet.serialized()), .init(1, RTCPPacket.compound([known, nack])), .init(5, [20]),
                .init(2, channel), .init(3, [0, 37, 0, 0]), .init(4, [22, 254, 253, 0, 0]),
                .init(6, [128, 111, 0, 1]), .init(7, Array("candidate:1 1 udp 1 192.0.2.1 4000 typ host".utf8)),
            ])
        ]
    } feed: { input in
        guard var stage = try? PeerStage(), stage.isConnected else { fatalError("the two ends do not find each other") }
        for step in Script(input) { stage.take(step) }
    }
}
