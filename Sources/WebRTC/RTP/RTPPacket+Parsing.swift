extension RTPPacket {
    /// What the profile field says in front of one-byte elements (RFC 8285, section 4.2).
    static let oneByteProfile: UInt16 = 0xBEDE
    /// What it says, but for its low four bits, in front of two-byte elements (section 4.3).
    static let twoByteProfile: UInt16 = 0x1000

    /// From a whole, decrypted packet, in one pass; `nil` when a length in it does not fit. An array of its own becomes
    /// the payload without a copy.
    package init?(_ bytes: consuming [UInt8]) {
        let count = bytes.count
        guard count >= 12, bytes[0] >> 6 == 2 else { return nil }
        let sources = Int(bytes[0] & 0x0F)
        var start = 12 + 4 * sources
        guard count >= start else { return nil }
        var extensions: [HeaderExtension] = []
        if bytes[0] & 0x10 != 0 {
            guard count >= start + 4 else { return nil }
            let profile = bytes.uint16(at: start)
            let end = start + 4 + 4 * Int(bytes.uint16(at: start + 2))
            guard count >= end else { return nil }
            extensions = Self.elements(of: bytes, in: (start + 4)..<end, profile: profile)
            start = end
        }
        var padding: UInt8 = 0
        if bytes[0] & 0x20 != 0 {
            guard count > start, bytes[count - 1] > 0, Int(bytes[count - 1]) <= count - start else { return nil }
            padding = bytes[count - 1]
        }
        self.init(
            marker: bytes[1] & 0x80 != 0, payloadType: bytes[1] & 0x7F, sequenceNumber: bytes.uint16(at: 2),
            timestamp: bytes.uint32(at: 4), ssrc: bytes.uint32(at: 8), extensions: extensions, payload: [],
            paddingLength: padding)
        for index in 0..<sources { csrcs.append(bytes.uint32(at: 12 + 4 * index)) }
        bytes.removeLast(Int(padding))
        bytes.removeFirst(start)
        payload = bytes
    }

    /// The elements up to the first that does not fit; none for a profile that is not RFC 8285's.
    private static func elements(of bytes: [UInt8], in range: Range<Int>, profile: UInt16) -> [HeaderExtension] {
        let isOneByte = profile == oneByteProfile
        guard isOneByte || profile & 0xFFF0 == twoByteProfile else { return [] }
        var elements: [HeaderExtension] = []
        var position = range.lowerBound
        while position < range.upperBound {
            let first = bytes[position]
            position += 1
            let id = isOneByte ? first >> 4 : first
            guard first != 0 else { continue }
            guard id != 0, !(isOneByte && id == 15) else { break }
            var length = Int(first & 0x0F) + 1
            if !isOneByte {
                guard position < range.upperBound else { break }
                length = Int(bytes[position])
                position += 1
            }
            guard position + length <= range.upperBound else { break }
            elements.append(HeaderExtension(id: id, data: Array(bytes[position..<(position + length)])))
            position += length
        }
        return elements
    }
}

extension [UInt8] {
    /// Two bytes in network order. The caller has checked that they are there.
    func uint16(at offset: Int) -> UInt16 {
        UInt16(self[offset]) << 8 | UInt16(self[offset + 1])
    }

    /// Four bytes in network order. The caller has checked that they are there.
    func uint32(at offset: Int) -> UInt32 {
        UInt32(uint16(at: offset)) << 16 | UInt32(uint16(at: offset + 2))
    }
}
