internal import Wire

extension RTCPPacket {
    /// Capacity left after the packets, for SRTCP's index and tag.
    private static let trailerRoom = 20

    /// The packets in one datagram, in the order given; a report comes first unless the ends agreed on reduced size.
    package static func compound(_ packets: [RTCPPacket]) -> [UInt8] {
        var writer = ByteWriter(capacity: 64 * packets.count + trailerRoom)
        for packet in packets { packet.write(to: &writer) }
        return writer.bytes
    }

    /// This packet alone.
    package func serialized() -> [UInt8] {
        Self.compound([self])
    }

    private func write(to writer: inout ByteWriter) {
        let (type, count) = header
        precondition(count <= 31, "a packet's count has five bits")
        let start = writer.count
        writer.write(0x80 | UInt8(count))
        writer.write(type)
        writer.write(0 as UInt16)
        writeBody(to: &writer)
        writer.pad(to: 4)
        writer.replaceUInt16(at: start + 2, with: UInt16((writer.count - start) / 4 - 1))
    }

    private var header: (type: UInt8, count: Int) {
        switch self {
        case .senderReport(let report): (PacketType.senderReport, report.reports.count)
        case .receiverReport(let report): (PacketType.receiverReport, report.reports.count)
        case .sourceDescription(let description): (PacketType.sourceDescription, description.chunks.count)
        case .goodbye(let goodbye): (PacketType.goodbye, goodbye.ssrcs.count)
        case .nack: (PacketType.transportFeedback, Int(Self.genericNACK))
        case .extendedReport: (PacketType.extendedReport, 0)
        case .unknown(let type, let count, _): (type, Int(count))
        }
    }

    private func writeBody(to writer: inout ByteWriter) {
        switch self {
        case .senderReport(let report): report.write(to: &writer)
        case .receiverReport(let report): report.write(to: &writer)
        case .sourceDescription(let description): description.write(to: &writer)
        case .goodbye(let goodbye): goodbye.write(to: &writer)
        case .nack(let nack): nack.write(to: &writer)
        case .extendedReport(let report): report.write(to: &writer)
        case .unknown(_, _, let body): writer.write(body)
        }
    }
}
