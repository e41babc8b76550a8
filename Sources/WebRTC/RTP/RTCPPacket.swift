/// One packet of RTCP (RFC 3550, section 6); several make a compound.
package enum RTCPPacket: Hashable, Sendable {
    case senderReport(SenderReport)
    case receiverReport(ReceiverReport)
    case sourceDescription(SourceDescription)
    case goodbye(Goodbye)
    case nack(GenericNACK)
    case extendedReport(ExtendedReport)
    /// A type, or a form of a known type, that this house does not read. `count` is the header's five-bit field.
    case unknown(type: UInt8, count: UInt8, body: [UInt8])

    /// Packet types: RFC 3550, section 12.1; RFC 4585, section 6.1; RFC 3611, section 2.
    enum PacketType {
        static let senderReport: UInt8 = 200
        static let receiverReport: UInt8 = 201
        static let sourceDescription: UInt8 = 202
        static let goodbye: UInt8 = 203
        static let transportFeedback: UInt8 = 205
        static let extendedReport: UInt8 = 207
    }

    /// The form of transport feedback that is a generic NACK.
    static let genericNACK: UInt8 = 1
}
