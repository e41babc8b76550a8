package import Timing

/// One stream of media we send: numbers its packets, remembers them for retransmission, reports about them, and learns
/// from the other end's reports how they fare.
package struct SendStream: Sendable {
    package let ssrc: UInt32
    package let cname: String
    /// Ticks per second of the timestamps.
    package let clockRate: UInt32
    /// Of the packets made from now on.
    package var payloadType: UInt8

    /// From the last report block about this stream that echoed a report of ours.
    package private(set) var roundTripTime: Duration?
    /// Share of packets lost between the last two report blocks, 0 to 1.
    package private(set) var fractionLost = 0.0
    /// Packets the other end says it lost since the beginning.
    package private(set) var packetsLost: Int32 = 0
    package private(set) var packetCount: UInt32 = 0
    package private(set) var octetCount: UInt32 = 0

    private var sequenceNumber: UInt16
    /// Of the next packet.
    package private(set) var timestamp: UInt32
    private var sent = SentPackets()
    private var nextReport: Instant?
    private var echoes = ReportEchoes()

    /// RFC 3550, section 6.2 lets five seconds pass; a little less keeps a lost report from mattering.
    private static let reportInterval = Duration.seconds(3)

    package init(
        ssrc: UInt32, payloadType: UInt8, cname: String, clockRate: UInt32, sequenceNumber: UInt16, timestamp: UInt32
    ) {
        self.ssrc = ssrc
        self.payloadType = payloadType
        self.cname = cname
        self.clockRate = clockRate
        self.sequenceNumber = sequenceNumber
        self.timestamp = timestamp
    }

    /// Starts at random numbers, as RFC 3550, section 5.1 asks; the sequence in its lower half, so that SRTP's count of
    /// wraps is not in doubt when the first packets are lost.
    package init(
        ssrc: UInt32, payloadType: UInt8, cname: String, clockRate: UInt32,
        using random: inout some RandomNumberGenerator
    ) {
        self.init(
            ssrc: ssrc, payloadType: payloadType, cname: cname, clockRate: clockRate,
            sequenceNumber: .random(in: 0...0x7FFF, using: &random),
            timestamp: .random(in: 0...UInt32.max, using: &random))
    }

    /// The next packet.
    /// - Parameters:
    ///   - samples: how long the payload lasts, in ticks of `clockRate`.
    ///   - marker: the first packet after a silence (RFC 3551, section 4.1).
    package mutating func packetize(
        _ payload: [UInt8], samples: UInt32, marker: Bool = false, extensions: [HeaderExtension] = []
    ) -> RTPPacket {
        let packet = RTPPacket(
            marker: marker, payloadType: payloadType, sequenceNumber: sequenceNumber, timestamp: timestamp, ssrc: ssrc,
            extensions: extensions, payload: payload)
        record(packet)
        timestamp &+= samples
        return packet
    }

    /// A packet that was numbered elsewhere, as a forwarder does: counted and remembered like one of ours. The stream
    /// goes on after the newest of them.
    package mutating func record(_ packet: RTPPacket) {
        if packetCount == 0 || Int16(bitPattern: packet.sequenceNumber &- sequenceNumber) >= 0 {
            sequenceNumber = packet.sequenceNumber &+ 1
            timestamp = packet.timestamp
        }
        packetCount &+= 1
        octetCount &+= UInt32(truncatingIfNeeded: packet.payload.count)
        sent.store(packet)
    }

    /// Lets time pass without a packet: the next one is that much later.
    package mutating func skip(samples: UInt32) {
        timestamp &+= samples
    }

    /// The packets asked for that are still remembered, each once, and no packet more than eight times in all.
    package mutating func retransmit(_ nack: GenericNACK) -> [RTPPacket] {
        guard nack.mediaSSRC == ssrc else { return [] }
        var asked: Set<UInt16> = []
        return nack.sequenceNumbers.compactMap { number in
            asked.insert(number).inserted ? sent.takeRepeat(of: number) : nil
        }
    }

    /// When the next sender report is due; `nil` before the first one.
    package var timeout: Instant? { nextReport }

    /// A sender report and the source's description when they are due: with the first packet, and then every three
    /// seconds. `nil` at any other time, and as long as nothing was sent.
    package mutating func senderReport(now: Instant, wallClock ntp: UInt64) -> [RTCPPacket]? {
        guard packetCount > 0, nextReport.map({ now >= $0 }) ?? true else { return nil }
        nextReport = now + Self.reportInterval
        echoes.note(ntp, now: now)
        let report = SenderReport(
            ssrc: ssrc, ntp: ntp, rtpTimestamp: timestamp, packetCount: packetCount, octetCount: octetCount)
        return [.senderReport(report), .sourceDescription(SourceDescription(ssrc: ssrc, cname: cname))]
    }

    /// Learns from what the other end says about this stream; blocks about others are ignored.
    package mutating func handle(_ block: ReportBlock, now: Instant) {
        guard block.ssrc == ssrc else { return }
        fractionLost = Double(block.fractionLost) / 256
        packetsLost = block.cumulativeLost
        roundTripTime =
            echoes.roundTrip(echoing: block.lastSenderReport, delay: block.delaySinceLastSenderReport, now: now)
            ?? roundTripTime
    }

    /// Everything in a compound packet that is about this stream; the answer is what to send again.
    package mutating func handle(_ packets: [RTCPPacket], now: Instant) -> [RTPPacket] {
        var repeats: [RTPPacket] = []
        for packet in packets {
            switch packet {
            case .senderReport(let report): for block in report.reports { handle(block, now: now) }
            case .receiverReport(let report): for block in report.reports { handle(block, now: now) }
            case .nack(let nack): repeats += retransmit(nack)
            case .sourceDescription, .goodbye, .extendedReport, .unknown: break
            }
        }
        return repeats
    }
}
