import Wire

/// One SCTP packet: common header and chunks (RFC 9260, section 3).
struct SCTPPacket: Hashable, Sendable {
    static let headerSize = 12

    var sourcePort: UInt16
    var destinationPort: UInt16
    var verificationTag: UInt32
    var chunks: [Chunk]

    init(port: UInt16, verificationTag: UInt32, chunks: [Chunk]) {
        sourcePort = port
        destinationPort = port
        self.verificationTag = verificationTag
        self.chunks = chunks
    }

    /// `nil` when the checksum is wrong or a chunk is malformed.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.headerSize, Self.hasValidChecksum(bytes) else { return nil }
        var reader = ByteReader(bytes)
        guard let source = reader.readUInt16(), let destination = reader.readUInt16(), let tag = reader.readUInt32(),
            reader.skip(4)
        else { return nil }
        sourcePort = source
        destinationPort = destination
        verificationTag = tag
        chunks = []
        while !reader.isAtEnd {
            guard let chunk = Chunk(from: &reader) else { return nil }
            chunks.append(chunk)
        }
    }

    func serialized() -> [UInt8] {
        var writer = ByteWriter(capacity: 1200)
        writer.write(sourcePort)
        writer.write(destinationPort)
        writer.write(verificationTag)
        writer.write(UInt32(0))
        for chunk in chunks {
            chunk.write(to: &writer)
        }
        var bytes = writer.bytes
        let checksum = CRC32c.checksum(bytes)
        for index in 0..<4 {
            bytes[8 + index] = UInt8(truncatingIfNeeded: checksum >> (8 * index))
        }
        return bytes
    }

    private static func hasValidChecksum(_ bytes: [UInt8]) -> Bool {
        let stored = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[8 + $1]) << (8 * $1) }
        var zeroed = bytes
        zeroed.replaceSubrange(8..<12, with: repeatElement(0, count: 4))
        return CRC32c.checksum(zeroed) == stored
    }
}
