package import Wire

/// A network address translator: hosts inside appear at ports of one address outside (RFC 4787).
///
/// It lets in only what comes from an address and port that was sent to from the same mapping, the strictest filtering of
/// RFC 4787, section 5.
package struct AddressTranslator: Sendable {
    package enum Mapping: Hashable, Sendable {
        /// One port for a host and port inside, whoever is talked to.
        case endpointIndependent
        /// Another port for each destination: what a STUN server sees is of no use to anybody else.
        case endpointDependent
    }

    package let outside: IPAddress
    private let inside: Set<IPAddress>
    private let mapping: Mapping
    private var ports: [Flow: UInt16] = [:]
    /// Who is inside, and who was sent to from there.
    private var bindings: [UInt16: Binding] = [:]
    private var nextPort: UInt16 = 40_000

    private struct Flow: Hashable, Sendable {
        var source: TransportAddress
        var destination: TransportAddress?
    }

    private struct Binding: Sendable {
        var source: TransportAddress
        var contacts: Set<TransportAddress> = []
    }

    package init(outside: IPAddress, inside: Set<IPAddress>, mapping: Mapping = .endpointIndependent) {
        self.outside = outside
        self.inside = inside
        self.mapping = mapping
    }

    package func hides(_ ip: IPAddress) -> Bool { inside.contains(ip) }

    /// Forgets everything, as after a power cut; the next datagrams appear from other ports.
    package mutating func rebind() {
        ports = [:]
        bindings = [:]
    }

    /// The source address of a datagram that leaves.
    mutating func outbound(from source: TransportAddress, to destination: TransportAddress) -> TransportAddress {
        let flow = Flow(source: source, destination: mapping == .endpointIndependent ? nil : destination)
        let port = ports[flow] ?? nextPort
        if ports[flow] == nil {
            ports[flow] = port
            bindings[port] = Binding(source: source)
            nextPort += 1
        }
        bindings[port]?.contacts.insert(destination)
        return TransportAddress(ip: outside, port: port)
    }

    /// Where a datagram from outside belongs; `nil` when it is not let in.
    func inbound(from source: TransportAddress, to destination: TransportAddress) -> TransportAddress? {
        guard let binding = bindings[destination.port], binding.contacts.contains(source) else { return nil }
        return binding.source
    }
}
