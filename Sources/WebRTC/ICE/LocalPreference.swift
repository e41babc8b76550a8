package import Wire

/// The order of a host's own addresses.
package enum LocalPreference {
    /// The addresses with their local preferences, best first: what reaches other hosts before what does not, and the
    /// families in turn, so that one that is broken costs little (RFC 8421, section 4).
    package static func ranked(_ addresses: [TransportAddress]) -> [(address: TransportAddress, preference: UInt16)] {
        let far = addresses.filter { !$0.ip.isLoopback && !$0.ip.isLinkLocal }
        let near = addresses.filter { !$0.ip.isLoopback && $0.ip.isLinkLocal }
        let own = addresses.filter(\.ip.isLoopback)
        let order = inTurn(far) + inTurn(near) + inTurn(own)
        return order.enumerated().map { ($1, UInt16.max - UInt16(clamping: $0)) }
    }

    private static func inTurn(_ addresses: [TransportAddress]) -> [TransportAddress] {
        let six = addresses.filter(\.ip.isIPv6)
        let four = addresses.filter { !$0.ip.isIPv6 }
        return (0..<max(six.count, four.count)).flatMap { index in
            [six, four].compactMap { index < $0.count ? $0[index] : nil }
        }
    }
}
