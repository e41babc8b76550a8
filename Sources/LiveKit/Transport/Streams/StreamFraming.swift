package import NIOCore
package import Wire

/// How datagrams follow each other on a connection that only knows bytes.
package enum StreamFraming: Hashable, Sendable {
    /// Each comes after its length in two bytes (RFC 4571, section 2).
    case counted
    /// Each tells its own length: STUN messages, and channel data padded to a multiple of four (RFC 8656, section 12.5).
    case selfDescribing

    /// Longer frames, in bytes, are neither sent nor accepted: no datagram of a call comes near, so that a larger length
    /// means a stream that is out of step.
    package static let limit = 16 << 10

    /// `nil` for UDP, which keeps datagrams apart by itself.
    package init?(_ transport: TransportProtocol) {
        switch transport {
        case .udp: return nil
        case .tcp: self = .counted
        case .turnTCP, .turnTLS: self = .selfDescribing
        }
    }

    /// A datagram as it goes onto the stream; `nil` when it is empty or over the limit.
    package func frame(_ datagram: [UInt8], allocator: ByteBufferAllocator) -> ByteBuffer? {
        guard !datagram.isEmpty, datagram.count <= Self.limit else { return nil }
        // Room for the length before, or the padding behind.
        var buffer = allocator.buffer(capacity: datagram.count + 3)
        if self == .counted { buffer.writeInteger(UInt16(datagram.count)) }
        buffer.writeBytes(datagram)
        if self == .selfDescribing { buffer.writeRepeatingByte(0, count: -datagram.count & 3) }
        return buffer
    }
}
