internal import Wire

/// What somebody who sends nothing says about what it receives (RFC 3550, section 6.4.2).
package struct ReceiverReport: Hashable, Sendable {
    package var ssrc: UInt32
    /// 31 at most.
    package var reports: [ReportBlock]

    package init(ssrc: UInt32, reports: [ReportBlock]) {
        self.ssrc = ssrc
        self.reports = reports
    }

    init?(_ reader: inout ByteReader, count: Int) {
        guard let ssrc = reader.readUInt32(), let reports = ReportBlock.read(count, from: &reader) else { return nil }
        self.init(ssrc: ssrc, reports: reports)
    }

    func write(to writer: inout ByteWriter) {
        writer.write(ssrc)
        for report in reports { report.write(to: &writer) }
    }
}
