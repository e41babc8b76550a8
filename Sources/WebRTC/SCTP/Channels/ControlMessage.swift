import Timing
import Wire

/// A message of the data channel establishment protocol (RFC 8832, section 5).
enum ControlMessage: Hashable, Sendable {
    case open(Channel)
    case acknowledge

    private static let openType: UInt8 = 3
    private static let acknowledgeType: UInt8 = 2
    private static let unorderedBit: UInt8 = 0x80

    /// `nil` when it is malformed or of another type. The channel takes the stream that the message came on.
    init?(_ bytes: [UInt8], on streamID: UInt16) {
        var reader = ByteReader(bytes)
        switch reader.readUInt8() {
        case Self.acknowledgeType: self = .acknowledge
        case Self.openType:
            guard let channel = Self.channel(from: &reader, streamID: streamID) else { return nil }
            self = .open(channel)
        default: return nil
        }
    }

    private static func channel(from reader: inout ByteReader, streamID: UInt16) -> Channel? {
        guard let type = reader.readUInt8(), reader.skip(2), let parameter = reader.readUInt32(),
            let labelLength = reader.readUInt16(), let subprotocolLength = reader.readUInt16(),
            let label = reader.read(Int(labelLength)), let subprotocol = reader.read(Int(subprotocolLength)),
            let reliability = reliability(of: type & ~unorderedBit, parameter)
        else { return nil }
        return Channel(
            streamID: streamID, label: String(decoding: label, as: UTF8.self),
            subprotocol: String(decoding: subprotocol, as: UTF8.self), reliability: reliability,
            isOrdered: type & unorderedBit == 0)
    }

    private static func reliability(of type: UInt8, _ parameter: UInt32) -> Reliability? {
        switch type {
        case 0: .reliable
        case 1: .lossy(maxRetransmits: parameter)
        case 2: .timed(maxLifetime: .milliseconds(parameter))
        default: nil
        }
    }

    func serialized() -> [UInt8] {
        switch self {
        case .acknowledge: [Self.acknowledgeType]
        case .open(let channel): Self.open(channel)
        }
    }

    private static func open(_ channel: Channel) -> [UInt8] {
        let (type, parameter): (UInt8, UInt32) =
            switch channel.reliability {
            case .reliable: (0, 0)
            case .lossy(let maxRetransmits): (1, maxRetransmits)
            case .timed(let maxLifetime): (2, UInt32(clamping: maxLifetime.nanoseconds / 1_000_000))
            }
        let label = Array(channel.label.utf8.prefix(0xFFFF))
        let subprotocol = Array(channel.subprotocol.utf8.prefix(0xFFFF))
        var writer = ByteWriter()
        writer.write(openType)
        writer.write(type | (channel.isOrdered ? 0 : unorderedBit))
        writer.write(UInt16(256))  // "normal" priority, RFC 8831 section 6.4
        writer.write(parameter)
        writer.write(UInt16(label.count))
        writer.write(UInt16(subprotocol.count))
        writer.write(label)
        writer.write(subprotocol)
        return writer.bytes
    }
}
