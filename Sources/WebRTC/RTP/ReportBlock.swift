internal import Wire

/// What a receiver says about one source (RFC 3550, section 6.4.1).
package struct ReportBlock: Hashable, Sendable {
    /// The source this is about.
    package var ssrc: UInt32
    /// Share of packets lost since the last report, in 1/256.
    package var fractionLost: UInt8
    /// Packets lost since the beginning; negative when duplicates outnumber losses. 24 bits on the wire.
    package var cumulativeLost: Int32
    /// The highest sequence number received, extended by the count of wraps in its upper half.
    package var highestSequence: UInt32
    /// Interarrival jitter, in timestamp units.
    package var jitter: UInt32
    /// Middle 32 bits of the last sender report's NTP time; 0 when there was none.
    package var lastSenderReport: UInt32
    /// Delay since that report, in 1/65536 s.
    package var delaySinceLastSenderReport: UInt32

    static let length = 24

    package init(
        ssrc: UInt32, fractionLost: UInt8, cumulativeLost: Int32, highestSequence: UInt32, jitter: UInt32,
        lastSenderReport: UInt32, delaySinceLastSenderReport: UInt32
    ) {
        self.ssrc = ssrc
        self.fractionLost = fractionLost
        self.cumulativeLost = cumulativeLost
        self.highestSequence = highestSequence
        self.jitter = jitter
        self.lastSenderReport = lastSenderReport
        self.delaySinceLastSenderReport = delaySinceLastSenderReport
    }

    init?(_ reader: inout ByteReader) {
        guard let ssrc = reader.readUInt32(), let loss = reader.readUInt32(), let highest = reader.readUInt32(),
            let jitter = reader.readUInt32(), let last = reader.readUInt32(), let delay = reader.readUInt32()
        else { return nil }
        self.init(
            ssrc: ssrc, fractionLost: UInt8(loss >> 24), cumulativeLost: Int32(bitPattern: loss << 8) >> 8,
            highestSequence: highest, jitter: jitter, lastSenderReport: last, delaySinceLastSenderReport: delay)
    }

    func write(to writer: inout ByteWriter) {
        let lost = min(max(cumulativeLost, -0x80_0000), 0x7F_FFFF)
        writer.write(ssrc)
        writer.write(UInt32(fractionLost) << 24 | UInt32(bitPattern: lost) & 0xFF_FFFF)
        writer.write(highestSequence)
        writer.write(jitter)
        writer.write(lastSenderReport)
        writer.write(delaySinceLastSenderReport)
    }

    /// `count` blocks, or `nil` when there are fewer.
    static func read(_ count: Int, from reader: inout ByteReader) -> [ReportBlock]? {
        guard reader.remaining >= count * length else { return nil }
        return (0..<count).compactMap { _ in ReportBlock(&reader) }
    }
}
