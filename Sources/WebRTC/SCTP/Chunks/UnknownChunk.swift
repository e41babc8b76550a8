import Wire

/// A chunk whose type we do not know.
///
/// The two highest bits of the type say what its receiver does (RFC 9260, section 3.2).
struct UnknownChunk: Hashable, Sendable {
    var type: UInt8
    var flags: UInt8
    var body: [UInt8]

    /// Whether the rest of the packet is discarded.
    var stopsPacket: Bool { type & 0x80 == 0 }

    /// Whether the sender wants to hear of it in an ERROR.
    var isReported: Bool { type & 0x40 != 0 }

    /// The chunk as it came, without padding, to be returned to its sender.
    var serialized: [UInt8] {
        var writer = ByteWriter()
        writer.write(type)
        writer.write(flags)
        writer.write(UInt16(truncatingIfNeeded: 4 + body.count))
        writer.write(body)
        return writer.bytes
    }
}
