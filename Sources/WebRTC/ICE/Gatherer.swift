import STUN
import TURN
import Timing
import Wire

/// Asks STUN servers where this host appears, and TURN servers for addresses, from every address of this host
/// (RFC 8445, section 5.1.1), one question per pacing interval; keeps the allocations.
struct Gatherer: Sendable {
    /// No more servers will be named.
    var hasEnded = false
    var relays: [Relay] = []
    private var servers: [(server: ICEServer, address: TransportAddress)] = []
    private var bases: [Candidate] = []
    var queries: [STUNQuery] = []
    /// What servers see is of no use.
    private var isRelayOnly = false
    private var lastStart: Instant?
    var random: any RandomNumberGenerator & Sendable
    private var outputs: [GathererOutput] = []

    /// More servers are ignored, and more allocations and queries are not made.
    private static let serverLimit = 16
    private static let relayLimit = 16
    private static let queryLimit = 32
    /// Ta of RFC 8445, section 14.2.
    private static let pacing = Duration.milliseconds(20)

    init(random: any RandomNumberGenerator & Sendable) {
        self.random = random
    }

    /// Nothing arrives for it.
    var isEmpty: Bool { queries.isEmpty && relays.isEmpty }

    /// There are TURN servers, or their allocations.
    var hasRelays: Bool { !relays.isEmpty }

    /// Every question has its answer or was given up.
    var isIdle: Bool { queries.isEmpty && !relays.contains(where: \.isOpen) }

    mutating func addServer(_ server: ICEServer, at address: TransportAddress, now: Instant) {
        guard servers.count < Self.serverLimit, !servers.contains(where: { $0 == (server, address) }) else { return }
        servers.append((server, address))
        for base in bases { ask(server, at: address, from: base, now: now) }
    }

    /// Adds an address of this host with a UDP socket.
    mutating func addBase(_ base: Candidate, now: Instant) {
        bases.append(base)
        for (server, address) in servers { ask(server, at: address, from: base, now: now) }
    }

    /// What only reaches this host or link is asked from there only.
    private mutating func ask(_ server: ICEServer, at address: TransportAddress, from base: Candidate, now: Instant) {
        let (near, far) = (base.address.ip, address.ip)
        guard near.isIPv6 == far.isIPv6, near.isLoopback == far.isLoopback, near.isLinkLocal == far.isLinkLocal else {
            return
        }
        if let credentials = server.credentials {
            let port = server.transport == .udp ? base.address.port : Candidate.activePort
            let configuration = AllocationConfiguration(
                server: address, local: TransportAddress(ip: near, port: port), transport: server.transport,
                credentials: credentials)
            allocate(configuration, from: base, now: now)
        } else if !isRelayOnly, server.transport == .udp, queries.count < Self.queryLimit {
            let transaction = TransactionID.random(using: &random)
            queries.append(STUNQuery(to: address, from: base, start: nextStart(now: now), transaction: transaction))
        }
    }

    private mutating func allocate(_ configuration: AllocationConfiguration, from base: Candidate, now: Instant) {
        // Two allocations cannot share their addresses and transport.
        let isTaken = relays.contains {
            $0.configuration.server == configuration.server && $0.configuration.local == configuration.local
                && $0.configuration.transport == configuration.transport
        }
        guard !isTaken, relays.count < Self.relayLimit else { return }
        relays.append(Relay(configuration, base: base, start: nextStart(now: now), random: random))
    }

    private mutating func nextStart(now: Instant) -> Instant {
        let start = max(now, lastStart.map { $0 + Self.pacing } ?? now)
        lastStart = start
        return start
    }

    mutating func setRelayOnly(_ isRelayOnly: Bool) {
        self.isRelayOnly = isRelayOnly
        if isRelayOnly { queries = [] }
    }

    var timeout: Instant? {
        let next = queries.lazy.map(\.deadline).min()
        let relay = relays.lazy.compactMap(\.timeout).min()
        guard let next, let relay else { return next ?? relay }
        return min(next, relay)
    }

    mutating func handleTimeout(now: Instant) {
        for index in queries.indices where queries[index].deadline <= now {
            if let datagram = queries[index].next(now: now) { outputs.append(.transmit(datagram)) }
        }
        queries.removeAll { $0.deadline <= now }
        for index in relays.indices {
            if let start = relays[index].start, start <= now {
                relays[index].start = nil
                relays[index].allocation.start(now: now)
            }
            relays[index].allocation.handleTimeout(now: now)
            drain(index, now: now)
        }
    }

    mutating func pollOutput() -> GathererOutput? { outputs.isEmpty ? nil : outputs.removeFirst() }

    mutating func drain(_ index: Int, now: Instant) {
        while let output = relays[index].allocation.pollOutput() {
            switch output {
            case .transmit(let datagram): outputs.append(.transmit(datagram))
            case .allocated(let relayed, let mapped): allocated(index, relayed, mapped)
            case .failed(let error): lost(index, error, now: now)
            }
        }
    }

    private mutating func allocated(_ index: Int, _ relayed: TransportAddress, _ mapped: TransportAddress?) {
        relays[index].worked()
        let relay = relays[index]
        let transport = relay.configuration.transport
        outputs.append(.gathered(.relayed(relayed, seenAs: mapped, of: relay.base, over: transport)))
        if let mapped, transport == .udp { reflect(mapped, relay.base, relay.configuration.server.ip) }
    }

    /// What has worked is tried again; what never has is left, until a restart.
    private mutating func lost(_ index: Int, _ error: AllocationError, now: Instant) {
        outputs.append(.failed(error))
        if let relayed = relays[index].allocation.relayed { outputs.append(.lost(relayed)) }
        if relays[index].hasWorked { relays[index].renew(now: now, random: random) }
    }

    mutating func reflect(_ mapped: TransportAddress, _ base: Candidate, _ server: IPAddress) {
        guard !isRelayOnly, mapped != base.address else { return }
        outputs.append(.gathered(.serverReflexive(mapped, of: base, at: server)))
    }
}
