import ICE
import Simulation
import Timing
import Wire

/// Two agents and the network between them, in virtual time.
struct ICEDuo {
    var left: ICEPeer
    var right: ICEPeer
    var network: SimulatedNetwork
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
        for candidate in left.candidates { left.agent.addLocal(candidate, now: now) }
        for candidate in right.candidates { right.agent.addLocal(candidate, now: now) }
        left.agent.setRemote(credentials: right.agent.localCredentials, lite: right.agent.isLite, now: now)
        right.agent.setRemote(credentials: left.agent.localCredentials, lite: left.agent.isLite, now: now)
        if leftKnowsCandidates { for candidate in right.candidates { left.agent.addRemote(candidate, now: now) } }
        if rightKnowsCandidates { for candidate in left.candidates { right.agent.addRemote(candidate, now: now) } }
        drain()
    }

    mutating func drain() {
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
            if left.owns(datagram.local) { left.agent.handle(datagram, now: now) }
            if right.owns(datagram.local) { right.agent.handle(datagram, now: now) }
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

    /// Both ends have a path.
    var isConnected: Bool { left.agent.state == .connected && right.agent.state == .connected }

    /// Both ends have the same path.
    var agree: Bool {
        guard let near = left.agent.selectedPath, let far = right.agent.selectedPath else { return false }
        let seen = network.translations[near.local] ?? near.local
        return seen == far.remote && near.remote == far.local
    }
}
