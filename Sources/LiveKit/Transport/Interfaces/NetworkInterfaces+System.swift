import Foundation
import Glibc
import Wire

/// What the system knows of its interfaces.
extension NetworkInterfaces {
    /// Every address of every interface that can be bound. Two system calls of some microseconds.
    package static func all() -> [NetworkInterface] {
        var head: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&head) == 0 else { return [] }
        defer { freeifaddrs(head) }
        let table = (try? String(contentsOfFile: "/proc/net/if_inet6", encoding: .utf8)) ?? ""
        let flags = IPv6AddressFlags.read(table)
        var interfaces: [NetworkInterface] = []
        var next = head
        while let entry = next?.pointee {
            if let interface = NetworkInterface(entry, flags) { interfaces.append(interface) }
            next = entry.ifa_next
        }
        return interfaces
    }
}

extension NetworkInterface {
    /// `nil` without an IP address, and while an IPv6 address is not known to be unique.
    fileprivate init?(_ entry: ifaddrs, _ flags: [IPAddress: IPv6AddressFlags]) {
        guard let socketAddress = entry.ifa_addr else { return nil }
        let size = Int32(socketAddress.pointee.sa_family) == AF_INET6 ? 28 : 16
        let raw = UnsafeRawBufferPointer(start: socketAddress, count: size)
        guard let address = TransportAddress(socketAddress: raw) else { return nil }
        let flags = flags[address.ip] ?? []
        if !flags.isDisjoint(with: .unusable) { return nil }
        self.init(
            name: String(cString: entry.ifa_name), address: address.ip,
            isUp: entry.ifa_flags & UInt32(IFF_UP) != 0, lifetime: flags.lifetime)
    }
}
