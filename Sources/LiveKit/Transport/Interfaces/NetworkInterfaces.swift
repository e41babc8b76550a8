package import Wire

/// Which addresses of this host are worth a candidate.
package enum NetworkInterfaces {
    /// More addresses than this are not offered: sockets and checks grow with every one of them.
    private static let limit = 8

    /// The addresses to offer, none twice: IPv4 before IPv6, lasting ones before those that go, else in the system's order.
    ///
    /// Link-local IPv6 addresses are left out, because they mean nothing without their interface; those of IPv4 are offered
    /// when there is no other. Loopback addresses are offered on request, after the others, and when there is nothing else;
    /// a filter that names interfaces none of which is there leaves nothing.
    package static func hostAddresses(
        of interfaces: [NetworkInterface] = all(), includingLoopback: Bool = false,
        filter: InterfaceFilter = InterfaceFilter()
    ) -> [IPAddress] {
        let usable = interfaces.filter { $0.isUp && !$0.address.isUnspecified }
        let addresses = ordered(reachable(usable, filter))
        let loopback = ordered(
            usable.filter { $0.address.isLoopback && filter.permitsLoopback($0) && !addresses.contains($0.address) })
        let isAlone = addresses.isEmpty && !filter.isExplicit
        guard includingLoopback || isAlone else { return Array(addresses.prefix(limit)) }
        return Array((addresses.prefix(limit - min(loopback.count, limit)) + loopback).prefix(limit))
    }

    /// Those the filter lets through, or else the spare ones; link-local ones only when there is nothing better.
    private static func reachable(_ usable: [NetworkInterface], _ filter: InterfaceFilter) -> [NetworkInterface] {
        var offered: [NetworkInterface] = []
        var spare: [NetworkInterface] = []
        for interface in usable where !(interface.address.isIPv6 && interface.address.isLinkLocal) {
            switch filter.verdict(on: interface) {
            case .named: offered.append(interface)
            case .offered where !interface.address.isLoopback: offered.append(interface)
            case .spare: spare.append(interface)
            case .offered, .excluded: break
            }
        }
        let global = [offered, spare].map { $0.filter { !$0.address.isLinkLocal } }
        return [global[0], offered, global[1]].first { !$0.isEmpty } ?? []
    }

    private static func ordered(_ interfaces: [NetworkInterface]) -> [IPAddress] {
        var addresses: [IPAddress] = []
        for lifetime in [NetworkInterface.Lifetime.stable, .temporary, .deprecated] {
            let alike = interfaces.filter { $0.lifetime == lifetime }.map(\.address)
            for address in alike.filter({ !$0.isIPv6 }) + alike.filter(\.isIPv6) where !addresses.contains(address) {
                addresses.append(address)
            }
        }
        return addresses
    }
}
