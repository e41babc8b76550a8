package import Wire

// The candidates that this end has, with their priorities and foundations.
extension Candidate {
    /// An address of this host. The local preference orders addresses of one host; 65535 is the best.
    package static func host(_ address: TransportAddress, localPreference: UInt16 = .max) -> Candidate {
        Candidate(
            foundation: foundation(.host, .udp, address.ip),
            priority: priority(.host, localPreference: localPreference), address: address, type: .host)
    }

    /// The port that active candidates are written with, since theirs is not known yet (RFC 6544, section 4.5).
    package static let activePort: UInt16 = 9

    /// A way out by TCP: connections to passive candidates are opened from this address.
    package static func activeTCP(_ ip: IPAddress, localPreference: UInt16 = .max) -> Candidate {
        tcp(.active, TransportAddress(ip: ip, port: activePort), localPreference)
    }

    /// A TCP port that accepts connections.
    package static func passiveTCP(_ address: TransportAddress, localPreference: UInt16 = .max) -> Candidate {
        tcp(.passive, address, localPreference)
    }

    private static func tcp(_ type: TCPType, _ address: TransportAddress, _ preference: UInt16) -> Candidate {
        Candidate(
            foundation: foundation(.host, .tcp, address.ip), transport: .tcp,
            priority: priority(.host, localPreference: type.localPreference(preference), over: .tcp),
            address: address, type: .host, tcpType: type)
    }

    /// What a STUN server sees in the place of `base`.
    static func serverReflexive(_ address: TransportAddress, of base: Candidate, at server: IPAddress) -> Candidate {
        Candidate(
            foundation: foundation(.serverReflexive, .udp, base.address.ip, server),
            priority: priority(.serverReflexive, localPreference: base.localPreference), address: address,
            type: .serverReflexive, relatedAddress: base.address)
    }

    /// An address at a TURN server that is talked to from `base`. The shorter the way to the server, the better; and a
    /// check from it must not look better than one from the host.
    static func relayed(
        _ address: TransportAddress, seenAs mapped: TransportAddress?, of base: Candidate,
        over transport: TransportProtocol
    ) -> Candidate {
        let rank: UInt32 =
            switch transport {
            case .udp: 2
            case .tcp, .turnTCP: 1
            case .turnTLS: 0
            }
        return Candidate(
            foundation: foundation(.relayed, .udp, base.address.ip, address.ip),
            priority: rank << 24 + priority(.relayed, localPreference: base.localPreference / 2), address: address,
            type: .relayed, relatedAddress: mapped ?? base.address)
    }

    /// An address learned from a check that came from it, with the priority that the check announced.
    static func peerReflexive(
        _ address: TransportAddress, priority: UInt32, over transport: CandidateTransport
    ) -> Candidate {
        Candidate(
            foundation: foundation(.peerReflexive, transport, address.ip), transport: transport, priority: priority,
            address: address, type: .peerReflexive, tcpType: transport == .tcp ? .active : nil)
    }

    /// RFC 8445, section 5.1.2.1, for component 1.
    package static func priority(
        _ type: CandidateType, localPreference: UInt16, over transport: CandidateTransport = .udp
    ) -> UInt32 {
        type.preference(over: transport) << 24 | UInt32(localPreference) << 8 | 255
    }

    var localPreference: UInt16 { UInt16(truncatingIfNeeded: priority >> 8) }

    /// What a check from this candidate announces: its own priority, were it peer-reflexive (section 7.1.1).
    var peerReflexivePriority: UInt32 {
        CandidateType.peerReflexive.preference(over: transport) << 24 | priority & 0x00FF_FFFF
    }

    private static func foundation(
        _ type: CandidateType, _ transport: CandidateTransport, _ base: IPAddress, _ server: IPAddress? = nil
    ) -> String {
        let at = server.map { " \($0)" } ?? ""
        return "\(CRC32.checksum("\(type.rawValue) \(transport.rawValue) \(base)\(at)".utf8))"
    }
}
