package import Wire

/// A transport address a peer may be reached at (RFC 8445, section 5.3).
package struct Candidate: Hashable, Sendable {
    /// Equal for candidates of one type, base address and transport: such pairs live or die together.
    package var foundation: String
    /// 1; LiveKit's server lists everything for component 2 as well, which is not used.
    package var component: UInt16
    package var transport: CandidateTransport
    package var priority: UInt32
    package var address: TransportAddress
    package var type: CandidateType
    /// The base of a reflexive candidate, the mapped address of a relayed one.
    package var relatedAddress: TransportAddress?
    package var tcpType: TCPType?
    /// In the order they were written.
    package var extensions: [CandidateExtension]

    package init(
        foundation: String, component: UInt16 = 1, transport: CandidateTransport = .udp, priority: UInt32,
        address: TransportAddress, type: CandidateType, relatedAddress: TransportAddress? = nil,
        tcpType: TCPType? = nil, extensions: [CandidateExtension] = []
    ) {
        self.foundation = foundation
        self.component = component
        self.transport = transport
        self.priority = priority
        self.address = address
        self.type = type
        self.relatedAddress = relatedAddress
        self.tcpType = tcpType
        self.extensions = extensions
    }

    /// The username fragment it belongs to, when the line says so.
    package var ufrag: String? {
        extensions.first { $0.name == "ufrag" }?.value
    }

    /// Whether this agent can send checks to it: a connection is opened to a passive candidate only.
    var isUsable: Bool {
        guard component == 1, address.port != 0, !address.ip.isUnspecified, !address.ip.isMulticast else {
            return false
        }
        return transport == .udp || tcpType == .passive
    }

    /// Whether this agent can have it.
    var isUsableHere: Bool {
        guard component == 1, address.port != 0 else { return false }
        return transport == .udp || tcpType == .active || tcpType == .passive
    }
}
