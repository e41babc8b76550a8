import Wire

/// A transmission sequence number: 32 bits that wrap, compared by serial arithmetic (RFC 1982, RFC 9260 section 1.6).
///
/// No `Comparable`: the order is only meaningful between numbers less than half the circle apart.
struct TSN: Hashable, Sendable {
    let value: UInt32

    init(_ value: UInt32) {
        self.value = value
    }

    var next: TSN { TSN(value &+ 1) }
    var previous: TSN { TSN(value &- 1) }

    /// Four bytes in network order.
    var serialized: [UInt8] {
        var writer = ByteWriter()
        writer.write(value)
        return writer.bytes
    }

    func advanced(by count: Int) -> TSN {
        TSN(value &+ UInt32(truncatingIfNeeded: count))
    }

    /// How many numbers lie from `earlier` up to this one; negative when this one comes first.
    func distance(from earlier: TSN) -> Int {
        Int(Int32(bitPattern: value &- earlier.value))
    }

    func precedes(_ other: TSN) -> Bool {
        distance(from: other) < 0
    }
}
