import Contract
import SwiftProtobuf

extension Livekit_DataPacket {
    /// The field number of the body, for those that nobody reads; 0 when there is none.
    var bodyField: Int {
        switch value {
        case .transcription: 7
        case .encryptedPacket: 18
        case nil: unknownFields.data.firstFieldNumber
        default: 0
        }
    }
}

extension Sequence<UInt8> {
    /// The number of the first field of an encoded message; 0 when the bytes are none, or too large a number.
    fileprivate var firstFieldNumber: Int {
        var (key, shift): (Int, Int) = (0, 0)
        for byte in self {
            key |= Int(byte & 0x7F) << shift
            guard byte & 0x80 != 0 else { return key >> 3 }
            shift += 7
            guard shift < 32 else { return 0 }
        }
        return 0
    }
}
