internal import Wire

extension RTPPacket {
    /// Capacity left after the packet, for SRTP's tag: protecting it then moves no bytes.
    private static let trailerRoom = 20

    /// The packet's bytes, ready to be protected.
    package func serialized() -> [UInt8] {
        precondition(csrcs.count <= 15, "the count of contributing sources has four bits")
        let extensionLength = extensions.reduce(8) { $0 + 2 + $1.data.count }
        var writer = ByteWriter(
            capacity: 12 + 4 * csrcs.count + extensionLength + payload.count + Int(paddingLength) + Self.trailerRoom)
        var first: UInt8 = 0x80 | UInt8(csrcs.count)
        if !extensions.isEmpty { first |= 0x10 }
        if paddingLength > 0 { first |= 0x20 }
        writer.write(first)
        writer.write((marker ? 0x80 : 0) | payloadType & 0x7F)
        writer.write(sequenceNumber)
        writer.write(timestamp)
        writer.write(ssrc)
        for source in csrcs { writer.write(source) }
        if !extensions.isEmpty { writeExtensions(to: &writer) }
        writer.write(payload)
        if paddingLength > 0 {
            writer.writeZeros(Int(paddingLength) - 1)
            writer.write(paddingLength)
        }
        return writer.bytes
    }

    /// In the one-byte form if every element fits it, else in the two-byte form (RFC 8285, section 4.1.2).
    private func writeExtensions(to writer: inout ByteWriter) {
        let isOneByte = extensions.allSatisfy(\.fitsOneByteForm)
        writer.write(isOneByte ? Self.oneByteProfile : Self.twoByteProfile)
        let lengthOffset = writer.count
        writer.write(0 as UInt16)
        for element in extensions {
            if isOneByte {
                writer.write(element.id << 4 | UInt8(element.data.count - 1))
            } else {
                writer.write(element.id)
                writer.write(UInt8(element.data.count))
            }
            writer.write(element.data)
        }
        let length = writer.count - lengthOffset - 2
        writer.writeZeros((4 - length % 4) % 4)
        writer.replaceUInt16(at: lengthOffset, with: UInt16((length + 3) / 4))
    }
}
