import ICE
import Simulation
import TURNSimulation
import Timing
import Wire

/// Two agents and the network between them, in virtual time.
struct ICEDuo {
    var left: ICEPeer
    var right: ICEPeer
    var network: SimulatedNetwork
    /// STUN and TURN servers.
    var servers: [SimulatedTURNServer] = []
    /// Where nobody accepts connections: one that is attempted has failed when the attempt is back.
    var closedPorts: Set<TransportAddress> = []
    private(set) var clock = ManualClock()
    /// How often an agent was woken, to catch timer storms.
    private(set) var wakes = 0

    var now: Instant { clock.now }

    init(
        left: ICEPeer = ICEPeer(.controlling, "left", ["10.0.0.1 5000"], tieBreaker: 2),
        right: ICEPeer = ICEPeer(.controlled, "right", ["10.0.1.1 6000"], seed: 2),
        seed: UInt64 = 7, conditions: NetworkConditions = .clean
    ) {
        self.left = left
        self.right = right
        network = SimulatedNetwork(seed: seed, conditions: conditions)
    }

    /// Each end learns its own candidates, and the other's credentials and candidates.
    mutating func exchange(leftKnowsCandidates: Bool = true, rightKnowsCandidates: Bool = true) {
        for candidate in left.candidates + left.streams { left.agent.addLocal(candidate, now: now) }
        for candidate in right.candidates + right.streams { right.agent.addLocal(candidate, now: now) }
        left.agent.setRemote(credentials: right.agent.localCredentials, lite: right.agent.isLite, now: now)
        right.agent.setRemote(credentials: left.agent.localCredentials, lite: left.agent.isLite, now: now)
        if leftKnowsCandidates { tellLeft(right.candidates + right.streams) }
        if rightKnowsCandidates { tellRight(left.candidates + left.streams) }
        drain()
    }

    private mutating func tellLeft(_ candidates: [Candidate]) {
        for candidate in candidates { left.agent.addRemote(candidate, now: now) }
    }

    private mutating func tellRight(_ candidates: [Candidate]) {
        for candidate in candidates { right.agent.addRemote(candidate, now: now) }
    }

    /// The right end learns from a server where it appears, as whoever is to be reached through a relay must: permissions
    /// are for the addresses that are known.
    mutating func addServerForRight() {
        let server = ICEServer(.stun, host: "stun.example.org", port: RealNetworks.server.port)
        right.agent.addServer(server, at: RealNetworks.server, now: now)
        drain()
    }

    /// Names a server to the left end.
    mutating func addServer(_ server: SimulatedTURNServer, _ url: String, credential: String = "secret") {
        if !servers.contains(where: { $0.address == server.address }) { servers.append(server) }
        guard let named = ICEServer(url: url, username: "me", credential: credential) else {
            preconditionFailure("a test's URL is well-formed")
        }
        left.agent.addServer(named, at: server.address, now: now)
        drain()
    }

    mutating func drain() {
        left.drain(into: &network, now: now)
        right.drain(into: &network, now: now)
        // What one end gathers is told the other.
        tellRight(left.takeGathered())
        tellLeft(right.takeGathered())
        left.drain(into: &network, now: now)
        right.drain(into: &network, now: now)
    }

    /// Runs until the condition holds or the time is over; whether it held.
    @discardableResult
    mutating func run(for duration: Duration, until condition: (ICEDuo) -> Bool = { _ in false }) -> Bool {
        let end = now + duration
        drain()
        while !condition(self) {
            let due = [network.nextArrival, left.agent.timeout, right.agent.timeout].compactMap(\.self).min()
            guard let due, due <= end else {
                clock.advance(to: end)
                return condition(self)
            }
            clock.advance(to: due)
            step()
        }
        return true
    }

    private mutating func step() {
        for datagram in network.deliver(now: now) {
            deliver(datagram)
        }
        if let timeout = left.agent.timeout, timeout <= now {
            wakes += 1
            left.agent.handleTimeout(now: now)
        }
        if let timeout = right.agent.timeout, timeout <= now {
            wakes += 1
            right.agent.handleTimeout(now: now)
        }
        drain()
    }

    private mutating func deliver(_ datagram: Datagram) {
        if closedPorts.contains(datagram.local) {
            end(datagram.remote, datagram.local, datagram.transport)
        } else if left.owns(datagram.local) {
            left.receive(datagram, now: now)
        } else if right.owns(datagram.local) {
            right.receive(datagram, now: now)
        } else if let index = servers.firstIndex(where: { $0.owns(datagram.local) }) {
            for answer in servers[index].handle(datagram, now: now) { network.send(answer, now: now) }
        }
    }

    /// The connection of the left end has failed or ended.
    mutating func end(_ local: TransportAddress, _ remote: TransportAddress, _ transport: TransportProtocol) {
        left.agent.streamClosed(local: local, remote: remote, transport: transport, now: now)
        drain()
    }

    /// The left end sends to the right one, or the other way, on the selected path.
    mutating func say(_ payload: [UInt8], fromLeft: Bool = true) {
        let datagram =
            fromLeft ? left.agent.envelope(payload, now: now) : right.agent.envelope(payload, now: now)
        if let datagram { network.send(datagram, now: now) }
        drain()
    }

    /// Both ends have a path.
    var isConnected: Bool { left.agent.state == .connected && right.agent.state == .connected }

    /// Both ends have the same path.
    var agree: Bool {
        guard let near = left.agent.selectedPath, let far = right.agent.selectedPath else { return false }
        let seen = network.translations[near.local] ?? near.local
        return seen == far.remote && near.remote == far.local
    }
}

extension ICEDuo: CustomStringConvertible {
    var description: String {
        "\(left.states) \(left.agent.selectedPath as Any), \(right.states) \(right.agent.selectedPath as Any) at \(now)"
    }
}
