import Wire

/// What Linux says of an IPv6 address (`IFA_F_…` of rtnetlink).
struct IPv6AddressFlags: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let temporary = IPv6AddressFlags(rawValue: 0x01)
    static let duplicate = IPv6AddressFlags(rawValue: 0x08)
    static let deprecated = IPv6AddressFlags(rawValue: 0x20)
    static let tentative = IPv6AddressFlags(rawValue: 0x40)

    /// Addresses that cannot be bound.
    static let unusable: IPv6AddressFlags = [.duplicate, .tentative]

    var lifetime: NetworkInterface.Lifetime {
        if contains(.deprecated) { return .deprecated }
        return contains(.temporary) ? .temporary : .stable
    }

    /// From the text of `/proc/net/if_inet6`, one address a line: 32 hexadecimal digits, the interface's number, length of
    /// the prefix, scope and flags in hexadecimal, and the interface's name. Lines of another shape are passed over.
    static func read(_ table: String) -> [IPAddress: IPv6AddressFlags] {
        var flags: [IPAddress: IPv6AddressFlags] = [:]
        for line in table.split(whereSeparator: \.isNewline) {
            let fields = line.split(separator: " ")
            guard fields.count >= 6, fields[0].utf8.count == 32, let high = UInt64(fields[0].prefix(16), radix: 16),
                let low = UInt64(fields[0].suffix(16), radix: 16), let value = UInt32(fields[4], radix: 16)
            else { continue }
            flags[.v6(high: high, low: low)] = IPv6AddressFlags(rawValue: UInt8(truncatingIfNeeded: value))
        }
        return flags
    }
}
