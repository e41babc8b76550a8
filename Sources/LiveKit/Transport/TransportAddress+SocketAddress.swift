import Glibc
package import NIOCore
package import Wire

extension TransportAddress {
    /// `nil` for a Unix domain socket. An IPv4 address in IPv6 clothes (`::ffff:…`) becomes IPv4.
    package init?(_ address: SocketAddress) {
        let made = address.withSockAddr { pointer, size in
            TransportAddress(socketAddress: UnsafeRawBufferPointer(start: pointer, count: size))
        }
        guard let made else { return nil }
        self = made
    }

    /// From a `sockaddr_in` or `sockaddr_in6`, without an allocation: port at 2, address at 4 and at 8, all in network
    /// order. `nil` for any other family.
    init?(socketAddress raw: UnsafeRawBufferPointer) {
        guard raw.count >= 16 else { return nil }
        let ip: IPAddress
        switch Int32(raw.loadUnaligned(as: sa_family_t.self)) {
        case AF_INET: ip = .v4(UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
        case AF_INET6:
            guard raw.count >= 24 else { return nil }
            ip = .v6(
                high: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
                low: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)))
        default: return nil
        }
        self.init(ip: ip.unmapped, port: UInt16(bigEndian: raw.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
    }
}

extension SocketAddress {
    init(_ address: TransportAddress) {
        let packed = ByteBuffer(bytes: address.ip.bytes)
        guard let made = try? SocketAddress(packedIPAddress: packed, port: Int(address.port)) else {
            preconditionFailure("four or sixteen bytes are an address")
        }
        self = made
    }
}

extension IPAddress {
    /// 0.0.0.0 and ::.
    var isUnspecified: Bool { self == .v4(0) || self == .v6(high: 0, low: 0) }

    fileprivate var unmapped: IPAddress {
        guard case .v6(0, let low) = self, low >> 32 == 0xFFFF else { return self }
        return .v4(UInt32(truncatingIfNeeded: low))
    }
}
