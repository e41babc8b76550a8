package import Wire

/// One address of one network interface of this host.
package struct NetworkInterface: Hashable, Sendable {
    /// How long an address will stay, best first.
    package enum Lifetime: Int, Hashable, Sendable {
        case stable
        /// Made for privacy, and replaced after a day (RFC 8981).
        case temporary
        /// Not to be used for anything new (RFC 4862, section 5.5.4).
        case deprecated
    }

    /// The system's name for it, such as `eth0`.
    package let name: String
    package let address: IPAddress
    package var isUp: Bool
    package var lifetime: Lifetime

    package init(name: String, address: IPAddress, isUp: Bool = true, lifetime: Lifetime = .stable) {
        self.name = name
        self.address = address
        self.isUp = isUp
        self.lifetime = lifetime
    }
}
