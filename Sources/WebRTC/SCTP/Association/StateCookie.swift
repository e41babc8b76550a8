import Timing
import Wire

/// What INIT ACK hands to the other end and COOKIE ECHO brings back, so that an INIT costs us no state
/// (RFC 9260, section 5.1.3).
///
/// DTLS has proved who the other end is and keeps third parties out, so the cookie carries no MAC. A secret number, our
/// tag and the time of its making are enough to know it for one of ours and still fresh.
struct StateCookie: Hashable, Sendable {
    static let size = 39

    var secret: UInt64
    var localTag: UInt32
    var peer: PeerDescription
    var created: Instant

    init(secret: UInt64, localTag: UInt32, peer: PeerDescription, created: Instant) {
        self.secret = secret
        self.localTag = localTag
        self.peer = peer
        self.created = created
    }

    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        var reader = ByteReader(bytes)
        guard let secret = reader.readUInt64(), let localTag = reader.readUInt32(),
            let created = reader.readUInt64(), let tag = reader.readUInt32(), let tsn = reader.readUInt32(),
            let window = reader.readUInt32(), let streams = reader.readUInt16(), let features = reader.readUInt8(),
            let check = reader.readUInt32(), check == CRC32c.checksum(Array(bytes.dropLast(4)))
        else { return nil }
        self.secret = secret
        self.localTag = localTag
        self.created = Instant(nanoseconds: Int64(bitPattern: created))
        peer = PeerDescription(
            verificationTag: tag, initialTSN: TSN(tsn), receiverWindow: window, inboundStreams: streams,
            supportsForwardTSN: features & 1 != 0, supportsReconfiguration: features & 2 != 0)
    }

    func serialized() -> [UInt8] {
        var writer = ByteWriter()
        writer.write(secret)
        writer.write(localTag)
        writer.write(UInt64(bitPattern: created.nanoseconds))
        writer.write(peer.verificationTag)
        writer.write(peer.initialTSN.value)
        writer.write(peer.receiverWindow)
        writer.write(peer.inboundStreams)
        writer.write((peer.supportsForwardTSN ? 1 : 0) | (peer.supportsReconfiguration ? UInt8(2) : 0))
        writer.write(CRC32c.checksum(writer.bytes))
        return writer.bytes
    }
}
