import Timing
import Wire

/// A local and a remote candidate, and what is known about the path between them (RFC 8445, section 6.1.2).
struct CandidatePair: Sendable {
    var local: Candidate
    var remote: Candidate
    var state: State = .waiting
    /// The check that is on its way: of the pair when `inProgress`, of its nomination when `succeeded`.
    var check: Check?
    /// The other end has asked for this pair before it was known to work.
    var isWanted = false
    /// Its connection ended: no new one is opened before this.
    private(set) var restsUntil: Instant?
    private var ends = 0

    /// RFC 8445, section 6.1.2.6, without `frozen`: holding back pairs whose foundations are alike saves checks where there
    /// are several streams, and with one it only delays the pair that works.
    enum State: Sendable {
        case waiting
        case inProgress
        case succeeded
        case failed
    }

    init(_ local: Candidate, _ remote: Candidate) {
        self.local = local
        self.remote = remote
    }

    var path: ICEPath { ICEPath(local: local.address, remote: remote.address, transport: local.transport) }

    /// Goes over a TCP connection between the two hosts.
    var isStream: Bool { local.transport == .tcp }

    /// Neither over TCP nor through a relay of this end.
    var isDirect: Bool { !isStream && local.type != .relayed }

    private static let shortestRest = Duration.milliseconds(500)

    /// Its connection was refused or has ended: half a second without a new one, twice that each time up to four seconds.
    mutating func streamEnded(now: Instant) {
        restsUntil = now + Self.shortestRest * (1 << min(ends, 3))
        ends += 1
    }

    mutating func rested() { restsUntil = nil }

    /// Not yet known to work or to fail.
    var isOpen: Bool { state == .waiting || state == .inProgress }

    /// RFC 8445, section 6.1.2.3, seen from an end in this role. Both ends compute the same number.
    func priority(as role: ICERole) -> UInt64 {
        let (controlling, controlled) =
            role == .controlling ? (local.priority, remote.priority) : (remote.priority, local.priority)
        let (low, high) = (min(controlling, controlled), max(controlling, controlled))
        return UInt64(low) << 32 &+ UInt64(high) &* 2 &+ (controlling > controlled ? 1 : 0)
    }

    /// By TCP the one end opens the connection and the other accepts it. An end that has connected to a passive candidate
    /// is known by its check.
    private static func connects(_ local: Candidate, _ remote: Candidate) -> Bool {
        switch local.transport {
        case .udp: true
        case .tcp:
            local.tcpType == .active ? remote.tcpType == .passive : remote.type == .peerReflexive
        }
    }

    /// Whether datagrams can go this way at all: one transport, one family, and link-local only among themselves (section 6.1.2.2).
    static func isPossible(_ local: Candidate, _ remote: Candidate) -> Bool {
        let (near, far) = (local.address.ip, remote.address.ip)
        guard local.transport == remote.transport, near.isIPv6 == far.isIPv6, connects(local, remote) else {
            return false
        }
        return near.isIPv6 ? near.isLinkLocal == far.isLinkLocal : true
    }
}
