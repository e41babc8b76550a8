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
        for packet in packets { learn(from: packet) }
        for index in sections.indices {
            for packet in sections[index].sender?.handle(packets, now: now) ?? [] {
                counters.retransmitted += 1
                protectAndSend(packet)
            }
            if let trip = sections[index].sender?.roundTripTime { roundTripTime = trip }
        }
    }

    private mutating func learn(from packet: RTCPPacket) {
        switch packet {
        case .senderReport(let report):
            if let stream = receiver(of: report.ssrc) { receivers[stream].handle(report, now: now) }
            tellLoss(report.reports)
        case .receiverReport(let report): tellLoss(report.reports)
        case .extendedReport(let report):
            referenceTimes.handle(report, now: now)
            references.handle(report, for: ownSource, now: now)
            if let trip = references.roundTripTime { roundTripTime = trip }
        case .sourceDescription, .goodbye, .nack, .unknown: break
        }
    }

    private mutating func tellLoss(_ blocks: [ReportBlock]) {
        for block in blocks {
            guard let section = sections.first(where: { $0.sender?.ssrc == block.ssrc }) else { continue }
            outbox.append(.event(.lossReported(mid: section.mid, fraction: Double(block.fractionLost) / 256)))
        }
    }

    /// Whose name reports carry: the first stream that is sent, or 1 where none is.
    private var ownSource: UInt32 { sections.first { $0.sender != nil }?.sender?.ssrc ?? 1 }

    /// When a missing packet should be asked for.
    var retransmissionTimeout: Instant? {
        var soonest: Instant?
        for stream in receivers {
            guard let due = stream.timeout else { continue }
            soonest = soonest.map { min($0, due) } ?? due
        }
        return soonest
    }

    func receiver(of ssrc: UInt32) -> Int? { receivers.firstIndex { $0.ssrc == ssrc } }

    mutating func askForMissing() {
        for index in receivers.indices {
            receivers[index].roundTripTime = roundTripTime
            guard let nack = receivers[index].missing(now: now) else { continue }
            counters.asked += nack.sequenceNumbers.count
            sendControl([.receiverReport(ReceiverReport(ssrc: nack.senderSSRC, reports: [])), .nack(nack)])
        }
    }

    /// Sender reports in one datagram, at most: each is about 60 bytes with its description.
    private static let reportsTogether = 16

    /// What was sent, what was received, and the times from which both ends learn the round trip, as compounds: a sender
    /// report for each stream that is due, the first of them with a block for each stream received.
    mutating func sendReports() {
        nextReport = now + configuration.reportInterval
        // Without a wall clock the time since the start serves (RFC 3550, section 4).
        let clock = NTPTime.timestamp(unixNanoseconds: now.nanoseconds)
        let blocks = Array(receivers.indices.compactMap { receivers[$0].reportBlock(now: now) }.prefix(31))
        var reports = sections.indices.compactMap { sections[$0].sender?.senderReport(now: now, wallClock: clock) }
        if case .senderReport(var first)? = reports.first?.first {
            first.reports = blocks
            reports[0][0] = .senderReport(first)
        } else if !blocks.isEmpty {
            reports = [
                [
                    .receiverReport(ReceiverReport(ssrc: ownSource, reports: blocks)),
                    .sourceDescription(SourceDescription(ssrc: ownSource, cname: cname)),
                ]
            ]
        }
        if !reports.isEmpty, let extended = extendedReport(clock, receives: !blocks.isEmpty) {
            reports[0].append(.extendedReport(extended))
        }
        for start in stride(from: 0, to: reports.count, by: Self.reportsTogether) {
            sendControl(reports[start...].prefix(Self.reportsTogether).flatMap { $0 })
        }
    }

    /// Our reference time, if something is received, and the echoes of the other end's.
    private mutating func extendedReport(_ clock: UInt64, receives: Bool) -> ExtendedReport? {
        var report = referenceTimes.takeEcho(from: ownSource, now: now) ?? ExtendedReport(ssrc: ownSource, blocks: [])
        if receives { report.blocks.append(references.block(now: now, wallClock: clock)) }
        return report.blocks.isEmpty ? nil : report
    }

    private mutating func sendControl(_ packets: [RTCPPacket]) {
        var bytes = RTCPPacket.compound(packets)
        guard srtp != nil, (try? srtp?.protect(rtcp: &bytes)) != nil else { return }
        transmit(bytes)
    }
}
