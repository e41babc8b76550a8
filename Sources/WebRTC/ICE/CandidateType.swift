/// Where a candidate comes from, as its text names it (RFC 8839, section 5.1).
package enum CandidateType: String, Hashable, Sendable {
    case host
    case serverReflexive = "srflx"
    case peerReflexive = "prflx"
    case relayed = "relay"

    /// The type preference: those of RFC 8445, section 5.1.2.2, for UDP. TCP comes after every direct way by UDP, which
    /// RFC 6544, section 4.2, asks for where delay matters.
    func preference(over transport: CandidateTransport) -> UInt32 {
        switch (self, transport) {
        case (.host, .udp): 126
        case (.peerReflexive, .udp): 110
        case (.serverReflexive, .udp): 100
        case (.host, .tcp): 90
        case (.peerReflexive, .tcp): 80
        case (.serverReflexive, .tcp): 70
        case (.relayed, _): 0
        }
    }

    /// An address of this host or of a server that forwards for it: checks leave from it.
    var isBase: Bool { self == .host || self == .relayed }
}
