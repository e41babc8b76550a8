internal import Wire

/// What a sender says about itself, and about what it receives (RFC 3550, section 6.4.1).
package struct SenderReport: Hashable, Sendable {
    package var ssrc: UInt32
    /// Wall clock when the report was made: see `NTPTime`.
    package var ntp: UInt64
    /// The same moment in the stream's own clock.
    package var rtpTimestamp: UInt32
    package var packetCount: UInt32
    /// Bytes of payload, without headers and padding.
    package var octetCount: UInt32
    /// 31 at most.
    package var reports: [ReportBlock]

    package init(
        ssrc: UInt32, ntp: UInt64, rtpTimestamp: UInt32, packetCount: UInt32, octetCount: UInt32,
        reports: [ReportBlock] = []
    ) {
        self.ssrc = ssrc
        self.ntp = ntp
        self.rtpTimestamp = rtpTimestamp
        self.packetCount = packetCount
        self.octetCount = octetCount
        self.reports = reports
    }

    init?(_ reader: inout ByteReader, count: Int) {
        guard let ssrc = reader.readUInt32(), let ntp = reader.readUInt64(), let timestamp = reader.readUInt32(),
            let packets = reader.readUInt32(), let octets = reader.readUInt32(),
            let reports = ReportBlock.read(count, from: &reader)
        else { return nil }
        self.init(
            ssrc: ssrc, ntp: ntp, rtpTimestamp: timestamp, packetCount: packets, octetCount: octets, reports: reports)
    }

    func write(to writer: inout ByteWriter) {
        writer.write(ssrc)
        writer.write(ntp)
        writer.write(rtpTimestamp)
        writer.write(packetCount)
        writer.write(octetCount)
        for report in reports { report.write(to: &writer) }
    }
}
