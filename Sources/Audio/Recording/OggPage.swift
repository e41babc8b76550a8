/// A page of an Ogg stream (RFC 3533, section 6): whole packets behind a header with a check sum.
struct OggPage {
    /// What the header says of the page's place in the stream.
    struct Place: OptionSet {
        let rawValue: UInt8

        static let first = Place(rawValue: 2)
        static let last = Place(rawValue: 4)
    }

    /// The most segments of at most 255 bytes that a page holds.
    static let segments = 255

    var place: Place = []
    /// For Opus: samples at 48 kHz up to the end of the page (RFC 7845, section 4).
    var granule: Int
    /// The stream's number.
    let serial: UInt32
    /// The page's number.
    let sequence: UInt32
    var packets: [[UInt8]]

    /// Segments that a packet of so many bytes takes: one more than its full ones, for its end (section 5).
    static func segments(of packet: [UInt8]) -> Int { packet.count / 255 + 1 }

    /// The packets must fit: `segments` of all of them together.
    func serialized() -> [UInt8] {
        let lacing = packets.flatMap { [UInt8](repeating: 255, count: $0.count / 255) + [UInt8($0.count % 255)] }
        precondition(lacing.count <= Self.segments, "a page holds 255 segments")
        var bytes = Array("OggS".utf8) + [0, place.rawValue]
        bytes.append(littleEndian: UInt64(bitPattern: Int64(granule)))
        bytes.append(littleEndian: serial)
        bytes.append(littleEndian: sequence)
        let checksum = bytes.count
        bytes.append(littleEndian: UInt32(0))
        bytes.append(UInt8(lacing.count))
        bytes += lacing
        for packet in packets { bytes += packet }
        for (index, byte) in Self.checksum(bytes).littleEndianBytes.enumerated() { bytes[checksum + index] = byte }
        return bytes
    }

    /// The check sum of a page whose own field is zero: the polynomial 0x04C11DB7, bits from the top, nothing inverted.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.reduce(0) { sum, byte in sum << 8 ^ table[Int(UInt8(truncatingIfNeeded: sum >> 24) ^ byte)] }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index) << 24) { value, _ in
            value & 0x8000_0000 == 0 ? value << 1 : value << 1 ^ 0x04C1_1DB7
        }
    }
}
