import Glibc

/// An IP address, to know what kind of network it belongs to.
struct NetworkAddress: Hashable, Sendable {
    /// Four or sixteen bytes.
    let bytes: [UInt8]

    /// Reads `192.0.2.1` or `2001:db8::1`.
    init?(_ text: String) {
        var four = in_addr()
        var sixteen = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            bytes = withUnsafeBytes(of: &sixteen) { Array($0) }
        } else {
            return nil
        }
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether anybody on the internet may have it (RFC 6890: neither private, loopback, link-local, shared, reserved nor
    /// multicast). What is written as IPv6 and means an IPv4 address counts as that.
    var isPublic: Bool {
        bytes.count == 4 ? Self.isPublic(four: bytes) : isPublicSixteen
    }

    private static func isPublic(four bytes: [UInt8]) -> Bool {
        switch (bytes[0], bytes[1]) {
        case (0, _), (10, _), (127, _), (224..., _): false
        case (100, 64...127), (169, 254), (172, 16...31), (192, 168), (198, 18...19): false
        case (192, 0): bytes[2] != 0 && bytes[2] != 2
        case (192, 88): bytes[2] != 99
        case (198, 51): bytes[2] != 100
        case (203, 0): bytes[2] != 113
        default: true
        }
    }

    private var isPublicSixteen: Bool {
        if bytes.prefix(10).allSatisfy({ $0 == 0 }) {
            let isMapped = bytes[10] == 0xFF && bytes[11] == 0xFF
            return isMapped && Self.isPublic(four: Array(bytes.suffix(4)))
        }
        // NAT64 (RFC 6052) and 6to4 (RFC 3056) carry an IPv4 address.
        if Array(bytes.prefix(12)) == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0] {
            return Self.isPublic(four: Array(bytes.suffix(4)))
        }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return Self.isPublic(four: Array(bytes[2..<6])) }
        // Global unicast (RFC 4291), without documentation (2001:db8::/32) and Teredo (2001::/32).
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        let start = Array(bytes.prefix(4))
        return start != [0x20, 0x01, 0x0D, 0xB8] && start != [0x20, 0x01, 0, 0]
    }
}
