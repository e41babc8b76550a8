internal import Wire

/// Sources that send no more (RFC 3550, section 6.6).
package struct Goodbye: Hashable, Sendable {
    /// 31 at most.
    package var ssrcs: [UInt32]
    /// Why, in words; empty when nothing was said.
    package var reason: String

    package init(ssrcs: [UInt32], reason: String = "") {
        self.ssrcs = ssrcs
        self.reason = reason
    }

    init?(_ reader: inout ByteReader, count: Int) {
        guard reader.remaining >= 4 * count else { return nil }
        ssrcs = (0..<count).compactMap { _ in reader.readUInt32() }
        let length = reader.readUInt8().map(Int.init) ?? 0
        reason = reader.read(length).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    func write(to writer: inout ByteWriter) {
        for ssrc in ssrcs { writer.write(ssrc) }
        guard !reason.isEmpty else { return }
        let bytes = Array(reason.utf8.prefix(255))
        writer.write(UInt8(bytes.count))
        writer.write(bytes)
        writer.writeZeros((4 - (bytes.count + 1) % 4) % 4)
    }
}
