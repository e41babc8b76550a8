import Contract
import DequeModule
package import Peer
package import Timing
import Wire

/// One participant's connection to a LiveKit room: requests, signalling messages, datagrams and time go in; what the
/// driver must do and what happened come out.
package struct Room: ~Copyable {
    let configuration: RoomConfiguration
    var random: any RandomNumberGenerator & Sendable
    var now: Instant
    var lifecycle: Lifecycle
    var outbox: Deque<RoomOutput> = []
    package internal(set) var counters = RoomCounters()

    // The server.
    /// The newest token it gave us.
    var token: String
    /// How sessions are connected; until a server let us in, the single topology is tried first.
    package internal(set) var topology: Topology
    /// The topology is settled: another is not tried.
    var isTopologyKnown: Bool
    /// It lets sessions be resumed.
    var allowsResuming = true
    /// Of the sockets that only the dual topology needs.
    var subscriberAddresses: [TransportAddress] = []
    var relays = RelayServers()

    // The session.
    var peers: Peers?
    /// What the peers of earlier sessions counted.
    var formerPeers = PeerCounters()
    var negotiation = Negotiation()
    /// The newest offer and answer about what we receive.
    var agreement: Agreement?
    var trackByMid: [String: String] = [:]
    var resumption = Resumption()
    var pings = PingSchedule()
    /// When a silent path has been silent too long.
    var pathDeadline: Instant?
    /// The server ended the media connection; its reason is awaited until then.
    var mediaEnd: (deadline: Instant, reason: String)?

    // Who and what.
    var joined: JoinedRoom?
    /// Ourselves, as the server sees us.
    package internal(set) var own: Participant?
    var participants: [String: Participant] = [:]
    var localTracks: [LocalTrack] = []
    var startedTracks: [String: RemoteTrack] = [:]
    /// Tracks that we asked for or declined against the rule, `subscribesAutomatically`.
    var subscriptionExceptions: Set<String> = []
    var requests = RequestLedger()
    var data = DataState()

    package init(_ configuration: RoomConfiguration, now: Instant) {
        self.configuration = configuration
        random = configuration.random
        token = configuration.token
        topology = configuration.topology ?? .single
        isTopologyKnown = configuration.topology != nil
        lifecycle = Lifecycle(configuration.timings)
        self.now = now
    }

    package var isClosed: Bool { lifecycle.isClosed }
    /// Sound and data flow: also while only the socket is lost and the session is being resumed. Mutating only because the
    /// peers must be borrowed exclusively.
    package var isConnected: Bool {
        mutating get {
            (lifecycle.isConnected && mediaEnd == nil) || (lifecycle.attempt == .resume && peers?.isAlive == true)
        }
    }

    /// What the peers of all sessions counted. Mutating for the same reason.
    package var mediaCounters: PeerCounters {
        mutating get {
            var total = formerPeers
            if let more = peers?.counters { total += more }
            return total
        }
    }

    mutating func advance(to instant: Instant) {
        now = max(now, instant)
    }

    mutating func emit(_ event: RoomEvent) {
        outbox.append(.event(event))
    }
}
