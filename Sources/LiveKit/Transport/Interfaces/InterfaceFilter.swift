import Wire

/// Which network interfaces may carry calls, as their owner wrote it: `eth0,wlan*,!docker*`.
///
/// Patterns stand between commas; `*` is any run of characters, `?` any one, and each is compared with the interface's name
/// and with its address, so that `10.0.*` works too. A pattern after `!` excludes and outweighs the others. Without an
/// including pattern every interface is offered, those of containers and virtual machines only when there is no other.
package struct InterfaceFilter: Hashable, Sendable {
    /// What a filter says of an interface.
    package enum Verdict: Hashable, Sendable {
        case offered
        /// Named by a pattern; loopback then counts like any other.
        case named
        /// Used when nothing else is there.
        case spare
        case excluded
    }

    /// Interfaces of containers and virtual machines: their addresses only slow connectivity checks down.
    private static let virtual = [
        "docker*", "veth*", "br-*", "virbr*", "vmnet*", "vboxnet*", "vnet*", "cni*", "flannel*", "cali*", "cilium*",
        "weave*", "kube*", "lxc*", "lxd*", "podman*", "nerdctl*", "ovs*", "vxlan*", "dummy*", "tunl*", "ifb*",
    ]

    private let including: [String]
    private let excluding: [String]

    /// Any text is a filter; an empty one lets the usual interfaces through.
    package init(_ text: String = "") {
        let patterns = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
        including = patterns.filter { !$0.hasPrefix("!") }
        excluding = patterns.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) }
    }

    /// Whether it names what may be used, not only what may not.
    var isExplicit: Bool { !including.isEmpty }

    package func verdict(on interface: NetworkInterface) -> Verdict {
        if excluding.contains(where: { interface.matches($0) }) { return .excluded }
        if !including.isEmpty { return including.contains { interface.matches($0) } ? .named : .excluded }
        return Self.virtual.contains { Glob.matches($0, interface.name) } ? .spare : .offered
    }

    /// Whether loopback may be used although no pattern names it: a server on this machine needs it.
    func permitsLoopback(_ interface: NetworkInterface) -> Bool {
        !excluding.contains { interface.matches($0) }
    }
}

extension NetworkInterface {
    fileprivate func matches(_ pattern: String) -> Bool {
        Glob.matches(pattern, name) || Glob.matches(pattern, address.description)
    }
}
