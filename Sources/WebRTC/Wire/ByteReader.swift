/// A cursor over a datagram: every read is checked, so that hostile input ends in `nil` and never in a trap.
///
/// Multi-byte integers are big-endian (network byte order).
package struct ByteReader: Sendable {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    package init(_ bytes: [UInt8]) {
        self.init(bytes[...])
    }

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// Bytes not read yet.
    package var remaining: Int { bytes.endIndex - position }

    /// Bytes read so far.
    package var offset: Int { position - bytes.startIndex }

    package var isAtEnd: Bool { remaining == 0 }

    package mutating func readUInt8() -> UInt8? {
        guard remaining >= 1 else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    package mutating func readUInt16() -> UInt16? {
        readInteger(bytes: 2).map { UInt16(truncatingIfNeeded: $0) }
    }

    package mutating func readUInt24() -> UInt32? {
        readInteger(bytes: 3).map { UInt32(truncatingIfNeeded: $0) }
    }

    package mutating func readUInt32() -> UInt32? {
        readInteger(bytes: 4).map { UInt32(truncatingIfNeeded: $0) }
    }

    package mutating func readUInt64() -> UInt64? {
        readInteger(bytes: 8)
    }

    /// The next `count` bytes, or `nil` when fewer are left.
    package mutating func read(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, remaining >= count else { return nil }
        defer { position += count }
        return bytes[position..<(position + count)]
    }

    /// Everything that is left; possibly empty.
    package mutating func readRest() -> ArraySlice<UInt8> {
        defer { position = bytes.endIndex }
        return bytes[position...]
    }

    package mutating func skip(_ count: Int) -> Bool {
        read(count) != nil
    }

    private mutating func readInteger(bytes count: Int) -> UInt64? {
        guard remaining >= count else { return nil }
        var value: UInt64 = 0
        for index in position..<(position + count) {
            value = value << 8 | UInt64(bytes[index])
        }
        position += count
        return value
    }
}
