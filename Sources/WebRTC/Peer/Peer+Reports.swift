import RTP
import Secure
import Timing

// RTCP: reports about what was sent and received, requests for what is missing, and their answers.
extension Peer {
    mutating func handleRTCP(_ datagram: [UInt8]) {
        var bytes = datagram
        guard srtp != nil, let source = admits(bytes, sourceAt: 4), (try? srtp?.unprotect(rtcp: &bytes)) != nil else {
            counters.dropped += 1
            return
        }
        heardSources.insert(source)
        guard let packets = RTCPPacket.parse(compound: bytes) else {
            counters.dropped += 1
            return
        }
        for case .senderReport(let report) in packets { receivers[report.ssrc]?.handle(report, now: now) }
        for index in sections.indices {
            for packet in sections[index].sender?.handle(packets, now: now) ?? [] {
                counters.retransmitted += 1
                protectAndSend(packet)
            }
        }
    }

    /// When a missing packet should be asked for.
    var retransmissionTimeout: Instant? {
        receivers.values.compactMap(\.timeout).min()
    }

    mutating func askForMissing() {
        for ssrc in receivers.keys {
            guard let nack = receivers[ssrc]?.missing(now: now) else { continue }
            sendControl([.receiverReport(ReceiverReport(ssrc: nack.senderSSRC, reports: [])), .nack(nack)])
        }
    }

    /// A sender report for each stream that is due, and a receiver report with a block for each stream received.
    mutating func sendReports() {
        nextReport = now + configuration.reportInterval
        for index in sections.indices {
            // Without a wall clock the time since the start serves (RFC 3550, section 4).
            guard
                let report = sections[index].sender?.senderReport(
                    now: now, wallClock: NTPTime.timestamp(unixNanoseconds: now.nanoseconds))
            else {
                continue
            }
            sendControl(report)
        }
        let blocks = receivers.keys.sorted().compactMap { receivers[$0]?.reportBlock(now: now) }
        guard !blocks.isEmpty else { return }
        let own = sections.compactMap(\.sender).first?.ssrc ?? 1
        sendControl([
            .receiverReport(ReceiverReport(ssrc: own, reports: Array(blocks.prefix(31)))),
            .sourceDescription(SourceDescription(ssrc: own, cname: cname)),
        ])
    }

    private mutating func sendControl(_ packets: [RTCPPacket]) {
        var bytes = RTCPPacket.compound(packets)
        guard srtp != nil, (try? srtp?.protect(rtcp: &bytes)) != nil else { return }
        transmit(bytes)
    }
}
