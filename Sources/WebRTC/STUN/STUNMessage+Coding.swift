import Secure
import Wire

extension STUNMessage {
    /// Whether a datagram can only be STUN among what shares the port (RFC 7983 and the magic cookie).
    package static func isSTUN(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= headerLength, bytes[0] < 4 else { return false }
        return bytes[4] == 0x21 && bytes[5] == 0x12 && bytes[6] == 0xA4 && bytes[7] == 0x42
    }

    /// Reads a whole message; `nil` when the format or the FINGERPRINT is wrong. What follows MESSAGE-INTEGRITY is ignored,
    /// as section 14.5 demands.
    package init?(parsing bytes: [UInt8]) {
        guard Self.isSTUN(bytes), bytes.count % 4 == 0 else { return nil }
        var reader = ByteReader(bytes)
        guard let word = reader.readUInt16(), let length = reader.readUInt16(), Int(length) == reader.remaining - 16,
            reader.skip(4), let high = reader.readUInt32(), let low = reader.readUInt64()
        else { return nil }
        guard let type = STUNClass(rawValue: word >> 4 & 1 | word >> 7 & 2) else { return nil }
        self.init(type, transaction: TransactionID(high: high, low: low))
        method = word & 0xF | word >> 1 & 0x70 | word >> 2 & 0xF80
        guard readAttributes(&reader, of: bytes) else { return nil }
    }

    private mutating func readAttributes(_ reader: inout ByteReader, of bytes: [UInt8]) -> Bool {
        while !reader.isAtEnd {
            let start = reader.offset
            guard let type = reader.readUInt16(), let length = reader.readUInt16(),
                let value = reader.read(Int(length)), reader.skip((4 - Int(length) % 4) % 4)
            else { return false }
            switch type {
            case STUNAttribute.Kind.fingerprint:
                return reader.isAtEnd && Array(value) == Self.fingerprint(of: bytes[..<start])
            case STUNAttribute.Kind.messageIntegrity where signed == nil:
                guard value.count == 20 else { return false }
                let covered = Self.withLength(start + 24 - Self.headerLength, Array(bytes[..<start]))
                signed = SignedPart(covered: covered, code: Array(value))
            case STUNAttribute.Kind.messageIntegritySHA256: break
            default:
                if signed == nil {
                    attributes.append(STUNAttribute(type: type, value: value, transaction: transaction))
                }
            }
        }
        return true
    }

    /// The message as it goes on the wire: signed with `key` when there is one, and with a FINGERPRINT.
    package func serialized(key: [UInt8]? = nil) -> [UInt8] {
        var writer = ByteWriter(capacity: 128)
        writer.write(
            type.rawValue << 4 & 0x10 | type.rawValue << 7 & 0x100 | method & 0xF
                | method << 1 & 0xE0 | method << 2 & 0x3E00)
        writer.write(UInt16(0))
        writer.write(Self.magicCookie)
        writer.write(transaction.high)
        writer.write(transaction.low)
        for attribute in attributes {
            writer.writeAttribute(attribute.type, attribute.value(transaction: transaction))
        }
        if let key {
            let covered = Self.withLength(writer.count + 24 - Self.headerLength, writer.bytes)
            writer.writeAttribute(STUNAttribute.Kind.messageIntegrity, HMAC.sha1(key: key, message: covered))
        }
        writer.replaceUInt16(at: 2, with: UInt16(truncatingIfNeeded: writer.count + 8 - Self.headerLength))
        writer.writeAttribute(STUNAttribute.Kind.fingerprint, Self.fingerprint(of: writer.bytes[...]))
        return writer.bytes
    }

    /// A CRC-32 of everything before the attribute, whose length field counts the attribute already.
    private static func fingerprint(of bytes: ArraySlice<UInt8>) -> [UInt8] {
        var writer = ByteWriter(capacity: 4)
        writer.write(CRC32.checksum(bytes) ^ fingerprintMask)
        return writer.bytes
    }

    /// The same bytes with another length in the header: MESSAGE-INTEGRITY is computed as if it came last.
    private static func withLength(_ length: Int, _ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        bytes[2] = UInt8(truncatingIfNeeded: length >> 8)
        bytes[3] = UInt8(truncatingIfNeeded: length)
        return bytes
    }
}

extension ByteWriter {
    /// Type, length, value, and zeros up to a multiple of four bytes.
    fileprivate mutating func writeAttribute(_ type: UInt16, _ value: [UInt8]) {
        write(type)
        write(UInt16(truncatingIfNeeded: value.count))
        write(value)
        pad(to: 4)
    }
}
