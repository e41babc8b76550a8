/// An IPv4 or IPv6 address as its bytes.
package enum IPAddress: Hashable, Sendable {
    /// Four bytes, most significant first, packed into one integer.
    case v4(UInt32)
    /// Sixteen bytes, most significant first, packed into two integers.
    case v6(high: UInt64, low: UInt64)

    package static let loopback = IPAddress.v4(0x7F00_0001)

    package var isIPv6: Bool {
        if case .v6 = self { true } else { false }
    }

    /// 127.0.0.0/8 and ::1.
    package var isLoopback: Bool {
        switch self {
        case .v4(let bits): bits >> 24 == 127
        case .v6(let high, let low): high == 0 && low == 1
        }
    }

    /// 0.0.0.0 and ::.
    package var isUnspecified: Bool { self == .v4(0) || self == .v6(high: 0, low: 0) }

    /// 224.0.0.0/4, ff00::/8, and the broadcast address.
    package var isMulticast: Bool {
        switch self {
        case .v4(let bits): bits >> 28 == 0xE || bits == .max
        case .v6(let high, _): high >> 56 == 0xFF
        }
    }

    /// 169.254.0.0/16 and fe80::/10.
    package var isLinkLocal: Bool {
        switch self {
        case .v4(let bits): bits >> 16 == 0xA9FE
        case .v6(let high, _): high >> 54 == 0x3FA
        }
    }

    /// The address as 4 or 16 bytes in network byte order.
    package var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 16)
        switch self {
        case .v4(let bits): writer.write(bits)
        case .v6(let high, let low):
            writer.write(high)
            writer.write(low)
        }
        return writer.bytes
    }

    /// From 4 or 16 bytes in network byte order; `nil` for any other count.
    package init?(bytes: some Collection<UInt8>) {
        var reader = ByteReader(Array(bytes))
        switch bytes.count {
        case 4:
            guard let bits = reader.readUInt32() else { return nil }
            self = .v4(bits)
        case 16:
            guard let high = reader.readUInt64(), let low = reader.readUInt64() else { return nil }
            self = .v6(high: high, low: low)
        default: return nil
        }
    }
}
