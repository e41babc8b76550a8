import Wire

/// A datagram on a channel: number, length, payload (RFC 8656, section 12.4).
package struct ChannelData: Hashable, Sendable {
    package var number: UInt16
    package var payload: [UInt8]

    package static let headerLength = 4
    /// Section 12: the first bytes that RFC 7983 leaves to it.
    package static let numbers: ClosedRange<UInt16> = 0x4000...0x4FFF

    package init(number: UInt16, payload: [UInt8]) {
        self.number = number
        self.payload = payload
    }

    /// Padding behind the payload is ignored; `nil` when the payload is not whole or the number is no channel's.
    package init?(parsing bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard let number = reader.readUInt16(), Self.numbers.contains(number), let length = reader.readUInt16(),
            let payload = reader.read(Int(length))
        else { return nil }
        self.init(number: number, payload: Array(payload))
    }

    /// On a stream the payload is padded to a multiple of four bytes (section 12.5).
    package func serialized(padded: Bool) -> [UInt8] {
        var writer = ByteWriter(capacity: Self.headerLength + payload.count + 3)
        writer.write(number)
        writer.write(UInt16(truncatingIfNeeded: payload.count))
        writer.write(payload)
        if padded { writer.pad(to: 4) }
        return writer.bytes
    }
}
