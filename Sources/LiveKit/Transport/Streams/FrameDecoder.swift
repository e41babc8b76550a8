package import NIOCore

/// Cuts the bytes of a stream into datagrams. What waits is at most one frame and one read of the socket.
package struct FrameDecoder {
    /// RFC 8489, section 5.
    private static let magicCookie: UInt32 = 0x2112_A442
    /// The header of a STUN message, and of channel data.
    private static let header = (message: 20, channel: 4)

    private let framing: StreamFraming
    private var buffer = ByteBuffer()

    package init(_ framing: StreamFraming) {
        self.framing = framing
    }

    /// Takes the next bytes, in pieces of any size.
    package mutating func append(_ bytes: ByteBuffer) {
        guard buffer.readableBytes > 0 else { return buffer = bytes }
        buffer.discardReadBytes()
        buffer.writeImmutableBuffer(bytes)
    }

    /// The next whole datagram, without length and padding; `nil` until more bytes have come.
    package mutating func next() throws(FramingError) -> [UInt8]? {
        switch framing {
        case .counted: try nextCounted()
        case .selfDescribing: try nextSelfDescribing()
        }
    }

    /// A length of zero is a null packet, which says nothing (RFC 4571, section 2).
    private mutating func nextCounted() throws(FramingError) -> [UInt8]? {
        while let length: UInt16 = peek(at: 0) {
            let count = Int(length)
            try check(count)
            guard buffer.readableBytes >= 2 + count else { return nil }
            buffer.moveReaderIndex(forwardBy: 2)
            if count > 0 { return buffer.readBytes(length: count) }
        }
        return nil
    }

    /// The first two bits tell messages from channel data (RFC 8656, section 12).
    private mutating func nextSelfDescribing() throws(FramingError) -> [UInt8]? {
        guard let kind: UInt16 = peek(at: 0), let length: UInt16 = peek(at: 2) else { return nil }
        let count: Int
        switch kind {
        case 0..<0x4000:
            guard length % 4 == 0, peek(at: 4) ?? Self.magicCookie == Self.magicCookie else { throw .unknownKind }
            count = Self.header.message + Int(length)
        case 0x4000..<0x5000: count = Self.header.channel + Int(length)
        default: throw .unknownKind
        }
        try check(count)
        let padding = -count & 3
        guard buffer.readableBytes >= count + padding else { return nil }
        let frame = buffer.readBytes(length: count)
        buffer.moveReaderIndex(forwardBy: padding)
        return frame
    }

    private func check(_ count: Int) throws(FramingError) {
        if count > StreamFraming.limit { throw .oversize(count) }
    }

    private func peek<Value: FixedWidthInteger>(at offset: Int) -> Value? {
        buffer.getInteger(at: buffer.readerIndex + offset)
    }
}
