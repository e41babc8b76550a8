import ICE
import Peer
import SCTP
import Timing
import Wire

/// The peer connections of one session: one for both directions, or one for each.
///
/// Each has sockets of its own, which is how arriving datagrams are told apart: a server may serve both connections on
/// one port, and then only our port differs.
struct Peers: ~Copyable {
    /// The channels of data packets, by the names LiveKit gives them.
    static let reliable = "_reliable"
    static let lossy = "_lossy"

    let topology: Topology
    /// Sends our sound and data; in the single topology it receives, too.
    var publisher: Peer
    /// Receives, in the dual topology.
    var subscriber: Peer?
    /// The subscriber is what the server goes by: it carries data, and without it the session has not begun.
    var subscriberIsPrimary = false
    /// Sections on which we can be sent sound, in the single topology.
    private(set) var receivingSections = 0
    let subscriberAddresses: Set<TransportAddress>
    private var timeouts: [PeerSide: Instant] = [:]

    init(_ topology: Topology, of parts: PeerParts, now: Instant) {
        var parts = parts
        self.topology = topology
        subscriberAddresses = Set(parts.subscriberAddresses)
        publisher = parts.makePeer(.offerer, now: now)
        publisher.openChannel(Self.reliable, reliability: .reliable, ordered: true)
        publisher.openChannel(Self.lossy, reliability: .lossy(maxRetransmits: 0), ordered: false)
        switch topology {
        case .single: addReceivingSection()
        case .dual: subscriber = parts.makePeer(.answerer, now: now)
        }
    }

    /// The side that other participants' sound arrives on.
    var receivingSide: PeerSide {
        switch topology {
        case .single: .publisher
        case .dual: .subscriber
        }
    }

    /// Sound and both kinds of data can flow both ways. Mutating only because a peer that cannot be copied must be borrowed
    /// exclusively.
    var isConnected: Bool {
        mutating get {
            guard publisher.isConnected, isOpen(Self.reliable), isOpen(Self.lossy) else { return false }
            return !subscriberIsPrimary || subscriber?.isConnected == true
        }
    }

    /// Connected, on paths that work.
    var isAlive: Bool {
        mutating get {
            guard isConnected, publisher.liveRemote != nil else { return false }
            return !subscriberIsPrimary || subscriber?.liveRemote != nil
        }
    }

    /// What both sides counted. Mutating for the same reason.
    var counters: PeerCounters {
        mutating get {
            var total = publisher.counters
            if let more = subscriber?.counters { total += more }
            return total
        }
    }

    /// Makes room for one more track; the next offer shows it.
    mutating func addReceivingSection() {
        publisher.addReceivingAudio()
        receivingSections += 1
    }

    // MARK: Data

    /// Whether data can be sent on the channel.
    func isOpen(_ label: String) -> Bool { publisher.isOpen(label) }

    func bufferedAmount(of label: String) -> Int { publisher.bufferedAmount(of: label) }

    mutating func send(_ message: [UInt8], on label: String, now: Instant) throws(PeerError) {
        try publisher.send(message, on: label, now: now)
    }

    // MARK: Ways to the server

    mutating func addServer(_ server: ICEServer, at address: TransportAddress, now: Instant) {
        publisher.addServer(server, at: address, now: now)
        subscriber?.addServer(server, at: address, now: now)
    }

    mutating func endOfServers(now: Instant) {
        publisher.endOfServers(now: now)
        subscriber?.endOfServers(now: now)
    }

    mutating func setTransportPolicy(_ policy: TransportPolicy, now: Instant) {
        publisher.setTransportPolicy(policy, now: now)
        subscriber?.setTransportPolicy(policy, now: now)
    }

    mutating func addRemoteCandidate(_ text: String, to side: PeerSide, now: Instant) {
        switch topology == .single ? .publisher : side {
        case .publisher: publisher.addRemoteCandidate(text, now: now)
        case .subscriber: subscriber?.addRemoteCandidate(text, now: now)
        }
    }

    // MARK: Datagrams and time

    mutating func handle(_ datagram: Datagram, now: Instant) {
        var datagram = datagram
        let side = side(of: datagram.local, over: datagram.transport)
        datagram.local = inside(datagram.local, over: datagram.transport, of: side)
        switch side {
        case .publisher: publisher.handle(datagram, now: now)
        case .subscriber: subscriber?.handle(datagram, now: now)
        }
    }

    mutating func streamClosed(
        local: TransportAddress, remote: TransportAddress, transport: TransportProtocol, now: Instant
    ) {
        let side = side(of: local, over: transport)
        let local = inside(local, over: transport, of: side)
        switch side {
        case .publisher: publisher.streamClosed(local: local, remote: remote, transport: transport, now: now)
        case .subscriber: subscriber?.streamClosed(local: local, remote: remote, transport: transport, now: now)
        }
    }

    mutating func handleTimeout(now: Instant) {
        publisher.handleTimeout(now: now)
        subscriber?.handleTimeout(now: now)
    }

    /// Ends both connections on the DTLS level. Drain afterwards.
    mutating func close(now: Instant) {
        publisher.close(now: now)
        subscriber?.close(now: now)
    }

    /// What one side wants next; a timeout when it wants nothing now.
    mutating func pollOutput(of side: PeerSide) -> PeerOutput {
        let output: PeerOutput
        switch side {
        case .publisher: output = publisher.pollOutput()
        case .subscriber: output = subscriber?.pollOutput() ?? .timeout(nil)
        }
        switch output {
        case .timeout(let instant): timeouts[side] = instant
        case .transmit(var datagram):
            datagram.local = outside(datagram.local, over: datagram.transport, of: side)
            return .transmit(datagram)
        case .event: break
        }
        return output
    }

    /// The sooner of the timeouts that draining yielded last.
    func nextTimeout() -> Instant? { timeouts.values.min() }
}
