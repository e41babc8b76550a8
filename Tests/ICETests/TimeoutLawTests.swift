import ICE
import Simulation
import TURNSimulation
import Testing
import Timing
import Wire

@Suite("The laws of an agent's timeout") struct TimeoutLawTests {
    /// Runs two agents and hands every moment to `check` before time moves on.
    private func live(
        seed: UInt64, seconds: Int, check: (inout ICEPeer, Instant) -> Void
    ) {
        liveBetweenServers(seed: seed, check: check)
        var duo = ICEDuo(
            left: ICEPeer(.controlling, "left", ["10.0.0.1 5000", "fd00::1 5000"], tieBreaker: 2, seed: seed),
            right: ICEPeer(.controlled, "right", ["10.0.1.1 6000", "fd00::2 6000"], seed: seed + 1), seed: seed,
            conditions: NetworkConditions(latency: .milliseconds(25), jitter: .milliseconds(10), loss: 0.3))
        duo.exchange()
        for _ in 0..<(seconds * 20) {
            duo.run(for: .milliseconds(50))
            duo.network.isDown = (duo.now - .origin) > .seconds(seconds / 2)
            check(&duo.left, duo.now)
            check(&duo.right, duo.now)
            duo.drain()
        }
    }

    /// The same with a relay, TCP, a connection that ends, and an end without servers.
    private func liveBetweenServers(seed: UInt64, check: (inout ICEPeer, Instant) -> Void) {
        var duo = RealNetworks.call(lite: false, seed: seed, conditions: NetworkConditions(loss: 0.2))
        duo.exchange()
        duo.addServer(RealNetworks.turnServer(), "turn:turn.example.org")
        duo.addServer(RealNetworks.turnServer(), "turn:turn.example.org?transport=tcp")
        duo.addServer(RealNetworks.turnServer(), "stun:turn.example.org")
        for moment in 0..<200 {
            duo.run(for: .milliseconds(moment < 80 ? 50 : 500))
            if moment == 60 { RealNetworks.blockUDP(&duo) }
            if moment == 110 { duo.end(duo.left.streams[0].address, RealNetworks.passive, .tcp) }
            if moment == 150 { duo.servers[0].isSilent = true }
            duo.network.isDown = moment > 160
            check(&duo.left, duo.now)
            check(&duo.right, duo.now)
            duo.drain()
        }
    }

    @Test("draining twice gives the same timeout", arguments: 0..<5 as Range<UInt64>)
    func drainTwice(_ seed: UInt64) {
        live(seed: seed, seconds: 80) { peer, _ in
            let before = peer.agent.timeout
            #expect(peer.agent.pollOutput() == nil)
            #expect(peer.agent.timeout == before)
        }
    }

    @Test("waking early changes nothing", arguments: 0..<5 as Range<UInt64>)
    func early(_ seed: UInt64) {
        live(seed: seed, seconds: 80) { peer, now in
            guard let timeout = peer.agent.timeout, timeout > now else { return }
            let state = peer.agent.state
            peer.agent.handleTimeout(now: now)
            peer.agent.handleTimeout(now: timeout - .nanoseconds(1))
            #expect(peer.agent.pollOutput() == nil)
            #expect(peer.agent.timeout == timeout)
            #expect(peer.agent.state == state)
        }
    }

    @Test("waking at the timeout makes progress", arguments: 0..<3 as Range<UInt64>)
    func progress(_ seed: UInt64) {
        var moment = 0
        live(seed: seed, seconds: 60) { peer, _ in
            moment += 1
            guard moment < 40 || moment % 40 == 0 else { return }
            // On a copy: the run itself goes on in its own time.
            var copy = peer
            var network = SimulatedNetwork(seed: 0)
            var last = Instant.origin
            for _ in 0..<2000 {
                guard let timeout = copy.agent.timeout else { return }
                #expect(timeout >= last)
                last = timeout
                copy.agent.handleTimeout(now: timeout)
                copy.drain(into: &network, now: timeout)
                #expect(copy.agent.timeout != timeout)
            }
            Issue.record("an agent that hears nothing comes to rest")
        }
    }

    @Test("waking late does each thing once")
    func late() {
        var duo = ICEDuo()
        duo.exchange()
        duo.run(for: .seconds(1)) { $0.isConnected }
        duo.run(for: .milliseconds(200))
        let count = duo.left.sent.count
        duo.left.agent.handleTimeout(now: duo.now + .seconds(9))
        duo.drain()
        #expect(duo.left.sent.count == count + 1)
    }

    @Test("a fresh agent waits for nothing")
    func fresh() {
        #expect(ICEDuo().left.agent.timeout == nil)
        #expect(ICEDuo().left.agent.timeoutReason == nil)
    }

    @Test("hostile datagrams between servers never trap", arguments: 0..<3 as Range<UInt64>)
    func hostileBetweenServers(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var duo = RealNetworks.call()
        RealNetworks.blockUDP(&duo, except: [RealNetworks.server])
        duo.left.agent.setTransportPolicy(.relay, now: duo.now)
        duo.exchange()
        duo.addServer(RealNetworks.turnServer(), "turn:turn.example.org")
        duo.addServer(RealNetworks.turnServer(), "stun:turn.example.org")
        #expect(duo.run(for: .seconds(3)) { $0.isConnected })
        duo.run(for: .seconds(1))
        let path = duo.left.agent.selectedPath
        let seen = (duo.left.sent + duo.left.inbox).map(\.payload) + duo.right.sent.map(\.payload)
        for _ in 0..<500 {
            var payload = seen[Int(random.next() % UInt64(seen.count))]
            let place = Int(random.next() % UInt64(payload.count))
            if random.chance(0.5) {
                payload = Array(payload[..<place])
            } else {
                payload[place] ^= random.bytes(1)[0] | 1
            }
            let datagram = Datagram(
                local: RealNetworks.home, remote: random.chance(0.8) ? RealNetworks.server : RealNetworks.passive,
                payload: payload)
            duo.left.receive(datagram, now: duo.now)
        }
        duo.drain()
        #expect(duo.left.agent.selectedPath == path)
        #expect(duo.left.agent.state == .connected)
    }

    @Test("hostile datagrams change nothing", arguments: 0..<5 as Range<UInt64>)
    func hostile(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var duo = ICEDuo()
        duo.exchange()
        duo.run(for: .seconds(1)) { $0.isConnected }
        duo.run(for: .milliseconds(200))
        let (timeout, path) = (duo.left.agent.timeout, duo.left.agent.selectedPath)
        let seen = duo.left.sent.map(\.payload) + duo.right.sent.map(\.payload)
        for _ in 0..<500 {
            var payload = seen[Int(random.next() % UInt64(seen.count))]
            let place = Int(random.next() % UInt64(payload.count))
            if random.chance(0.5) {
                payload = Array(payload[..<place])
            } else {
                payload[place] ^= random.bytes(1)[0] | 1
            }
            let attacker = TransportAddress(ip: .v4(UInt32(truncatingIfNeeded: random.next())), port: 9)
            let remote = random.chance(0.5) ? attacker : duo.right.candidates[0].address
            duo.left.agent.handle(
                Datagram(local: duo.left.candidates[0].address, remote: remote, payload: payload), now: duo.now)
        }
        #expect(duo.left.agent.timeout == timeout)
        #expect(duo.left.agent.selectedPath?.remote == path?.remote)
        #expect(duo.left.agent.state == .connected)
    }
}
