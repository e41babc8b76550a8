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

    /// An address of this host. The local preference orders addresses of one host; 65535 is the best.
    package static func host(_ address: TransportAddress, localPreference: UInt16 = .max) -> Candidate {
        Candidate(
            foundation: foundation(.host, address.ip), priority: priority(.host, localPreference: localPreference),
            address: address, type: .host)
    }

    /// An address learned from a check that came from it, with the priority that the check announced.
    static func peerReflexive(_ address: TransportAddress, priority: UInt32) -> Candidate {
        Candidate(
            foundation: foundation(.peerReflexive, address.ip), priority: priority, address: address,
            type: .peerReflexive)
    }

    /// RFC 8445, section 5.1.2.1, for component 1.
    package static func priority(_ type: CandidateType, localPreference: UInt16) -> UInt32 {
        type.preference << 24 | UInt32(localPreference) << 8 | 255
    }

    /// What a check from this candidate announces: its own priority, were it peer-reflexive (section 7.1.1).
    var peerReflexivePriority: UInt32 {
        CandidateType.peerReflexive.preference << 24 | priority & 0x00FF_FFFF
    }

    private static func foundation(_ type: CandidateType, _ base: IPAddress) -> String {
        "\(CRC32.checksum("\(type.rawValue) udp \(base)".utf8))"
    }

    /// Whether this agent can send checks to it.
    var isUsable: Bool { transport == .udp && component == 1 && address.port != 0 }
}
