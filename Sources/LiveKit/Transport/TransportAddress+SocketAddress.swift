import NIOCore
import Wire

extension TransportAddress {
    /// `nil` for a Unix domain socket. An IPv4 address in IPv6 clothes (`::ffff:…`) becomes IPv4.
    init?(_ address: SocketAddress) {
        // The layout of `sockaddr_in` and `sockaddr_in6`: port at 2, address at 4 and at 8, all in network order.
        let place: Range<Int>
        switch address {
        case .v4: place = 4..<8
        case .v6: place = 8..<24
        case .unixDomainSocket: return nil
        }
        let raw = address.withSockAddr { pointer, size in Array(UnsafeRawBufferPointer(start: pointer, count: size)) }
        guard raw.count >= place.upperBound, let ip = IPAddress(bytes: raw[place]) else { return nil }
        self.init(ip: ip.unmapped, port: UInt16(raw[2]) << 8 | UInt16(raw[3]))
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
