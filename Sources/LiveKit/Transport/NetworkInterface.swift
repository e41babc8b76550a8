package import Wire

/// One address of one network interface of this host.
package struct NetworkInterface: Hashable, Sendable {
    /// The system's name for it, such as `eth0`.
    package let name: String
    package let address: IPAddress

    package init(name: String, address: IPAddress) {
        self.name = name
        self.address = address
    }
}
