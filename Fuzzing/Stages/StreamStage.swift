import RTP
import Timing
import Wire

/// A stream that is received and one that is sent, as a peer connection keeps them.
struct StreamStage {
    private var received: ReceiveStream?
    private var sent = SendStream(
        ssrc: 7, payloadType: 111, cname: "name", clockRate: 48_000, sequenceNumber: 65_000, timestamp: .max)
    private var now = Instant.origin

    mutating func take(_ step: Script.Step) {
        switch step.kind % 4 {
        case 0: receive(step.bytes)
        case 1: report(step.bytes)
        case 2: wait(.milliseconds(Int(step.bytes.first ?? 1)))
        default: _ = sent.packetize(step.bytes, samples: 960, marker: false, extensions: [])
        }
    }

    private mutating func receive(_ bytes: [UInt8]) {
        guard let packet = RTPPacket(bytes) else { return }
        if received == nil { received = ReceiveStream(ssrc: packet.ssrc, clockRate: 48_000) }
        _ = received?.receive(packet, now: now)
    }

    private mutating func report(_ bytes: [UInt8]) {
        guard let packets = RTCPPacket.parse(compound: bytes) else { return }
        _ = sent.handle(packets, now: now)
        for case .senderReport(let report) in packets { received?.handle(report, now: now) }
    }

    private mutating func wait(_ duration: Duration) {
        now += duration
        _ = received?.missing(now: now)
        _ = received?.reportBlock(now: now)
        _ = sent.senderReport(now: now, wallClock: 1)
    }
}
