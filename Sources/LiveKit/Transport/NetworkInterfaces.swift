import NIOCore
package import Wire

/// Which addresses of this host are worth a candidate.
package enum NetworkInterfaces {
    /// Interfaces of containers and virtual machines: their addresses only slow connectivity checks down.
    private static let virtualNames = [
        "docker", "veth", "br-", "virbr", "vmnet", "vboxnet", "cni", "flannel", "cali", "kube", "lxc", "lxd", "podman",
    ]

    /// More addresses than this are not offered: checks grow with every one of them.
    private static let limit = 8

    /// Every address of every interface. A system call of some microseconds.
    package static func all() -> [NetworkInterface] {
        let devices = (try? System.enumerateDevices()) ?? []
        return devices.compactMap { device in
            guard let address = device.address.flatMap(TransportAddress.init) else { return nil }
            return NetworkInterface(name: device.name, address: address.ip)
        }
    }

    /// The addresses to offer: IPv4 before IPv6, in the system's order, none twice.
    ///
    /// Link-local addresses and those of virtual interfaces are left out. Loopback addresses are offered on request, after
    /// the others, and also when there is nothing else.
    package static func hostAddresses(
        of interfaces: [NetworkInterface] = all(), includingLoopback: Bool = false
    ) -> [IPAddress] {
        var reachable: [IPAddress] = []
        var loopback: [IPAddress] = []
        for interface in interfaces where !interface.address.isLinkLocal && !interface.address.isUnspecified {
            if interface.address.isLoopback {
                if !loopback.contains(interface.address) { loopback.append(interface.address) }
            } else if !isVirtual(interface.name), !reachable.contains(interface.address) {
                reachable.append(interface.address)
            }
        }
        var addresses = reachable.filter { !$0.isIPv6 } + reachable.filter(\.isIPv6)
        if includingLoopback || addresses.isEmpty {
            addresses = addresses.prefix(limit - min(loopback.count, limit)) + loopback
        }
        return Array(addresses.prefix(limit))
    }

    private static func isVirtual(_ name: String) -> Bool {
        virtualNames.contains { name.hasPrefix($0) }
    }
}
