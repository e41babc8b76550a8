/// Builds a datagram. Multi-byte integers are written big-endian (network byte order).
package struct ByteWriter: Sendable {
    package private(set) var bytes: [UInt8]

    package init(capacity: Int = 64) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    package var count: Int { bytes.count }

    package mutating func write(_ value: UInt8) {
        bytes.append(value)
    }

    package mutating func write(_ value: UInt16) {
        bytes.append(UInt8(truncatingIfNeeded: value >> 8))
        bytes.append(UInt8(truncatingIfNeeded: value))
    }

    package mutating func write(_ value: UInt32) {
        write(UInt16(truncatingIfNeeded: value >> 16))
        write(UInt16(truncatingIfNeeded: value))
    }

    package mutating func write(_ value: UInt64) {
        write(UInt32(truncatingIfNeeded: value >> 32))
        write(UInt32(truncatingIfNeeded: value))
    }

    /// The low 24 bits of `value`.
    package mutating func writeUInt24(_ value: UInt32) {
        write(UInt8(truncatingIfNeeded: value >> 16))
        write(UInt16(truncatingIfNeeded: value))
    }

    package mutating func write(_ more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
    }

    package mutating func writeZeros(_ count: Int) {
        bytes.append(contentsOf: repeatElement(0, count: max(0, count)))
    }

    /// Zeros up to the next multiple of `alignment` bytes.
    package mutating func pad(to alignment: Int) {
        writeZeros((alignment - bytes.count % alignment) % alignment)
    }

    /// Replaces the two bytes at `offset`, which were written before, for example as a length to be filled in.
    package mutating func replaceUInt16(at offset: Int, with value: UInt16) {
        precondition(offset >= 0 && offset + 2 <= bytes.count, "only what was written can be replaced")
        bytes[offset] = UInt8(truncatingIfNeeded: value >> 8)
        bytes[offset + 1] = UInt8(truncatingIfNeeded: value)
    }
}
