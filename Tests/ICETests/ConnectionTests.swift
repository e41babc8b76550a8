import ICE
import Simulation
import Testing
import Timing
import Wire

@Suite("Two agents find a path") struct ConnectionTests {
    @Test("on a clean network in two round trips and a little")
    func clean() {
        var duo = ICEDuo()
        duo.exchange()
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        // 20 ms each way: one exchange for the check, one for the nomination.
        #expect(duo.now <= .origin + .milliseconds(85))
        #expect(duo.agree)
        #expect(duo.left.states == [.checking, .connected])
        #expect(duo.right.states == [.checking, .connected])
        #expect(duo.left.requests.count <= 3)
    }

    @Test("under loss, jitter and reordering", arguments: [0.0, 0.2, 0.4], 0..<20 as Range<UInt64>)
    func loss(_ loss: Double, _ seed: UInt64) {
        let conditions = NetworkConditions(
            latency: .milliseconds(30), jitter: .milliseconds(20), loss: loss, duplication: 0.05, reordering: 0.1)
        var duo = ICEDuo(seed: seed, conditions: conditions)
        duo.exchange()
        #expect(duo.run(for: .seconds(12)) { $0.isConnected })
        #expect(duo.agree)
        #expect(duo.left.agent.role != duo.right.agent.role)
    }

    @Test("over IPv6, with families kept apart")
    func ipv6() {
        var duo = ICEDuo(
            left: ICEPeer(.controlling, "left", ["fd00::1 5000", "10.0.0.1 5000"]),
            right: ICEPeer(.controlled, "right", ["fd00::2 6000", "10.0.1.1 6000"]))
        duo.exchange()
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        #expect(duo.left.agent.selectedPath?.local.ip.isIPv6 == true)
        #expect(duo.left.sent.allSatisfy { $0.local.ip.isIPv6 == $0.remote.ip.isIPv6 })
    }

    @Test(
        "when both ends believe they control, or neither does", arguments: [ICERole.controlling, .controlled], [1, 9])
    func conflict(_ role: ICERole, _ leftTieBreaker: UInt64) {
        var duo = ICEDuo(
            left: ICEPeer(role, "left", ["10.0.0.1 5000"], tieBreaker: leftTieBreaker),
            right: ICEPeer(role, "right", ["10.0.1.1 6000"], tieBreaker: 5, seed: 2))
        duo.exchange()
        #expect(duo.run(for: .seconds(2)) { $0.isConnected })
        #expect(duo.agree)
        // The larger tie-breaker controls.
        #expect(duo.left.agent.role == (leftTieBreaker > 5 ? .controlling : .controlled))
        #expect(duo.right.agent.role == duo.left.agent.role.reversed)
    }

    @Test("a role conflict is settled under loss too", arguments: 0..<20 as Range<UInt64>)
    func conflictUnderLoss(_ seed: UInt64) {
        var duo = ICEDuo(
            left: ICEPeer(.controlling, "left", ["10.0.0.1 5000"], tieBreaker: 1),
            right: ICEPeer(.controlling, "right", ["10.0.1.1 6000"], tieBreaker: 5, seed: 2),
            seed: seed, conditions: NetworkConditions(loss: 0.2))
        duo.exchange()
        #expect(duo.run(for: .seconds(10)) { $0.isConnected })
        #expect(duo.left.agent.role == .controlled)
        #expect(duo.right.agent.role == .controlling)
    }

    @Test("a full agent and a lite one, whichever role it was told", arguments: [ICERole.controlling, .controlled])
    func lite(_ role: ICERole) {
        var duo = ICEDuo(
            left: ICEPeer(role, "left", ["10.0.0.1 5000"]),
            right: ICEPeer(.controlling, "right", ["10.0.1.1 6000"], lite: true))
        duo.exchange(rightKnowsCandidates: false)
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        #expect(duo.agree)
        #expect(duo.left.agent.role == .controlling)
        #expect(duo.right.agent.role == .controlled)
        #expect(duo.right.requests.isEmpty)
    }

    @Test("a lite agent that was never told the other's credentials")
    func liteWithoutRemote() {
        var duo = ICEDuo(right: ICEPeer(.controlled, "right", ["10.0.1.1 6000"], lite: true))
        let now = duo.now
        duo.left.agent.addLocal(duo.left.candidates[0], now: now)
        duo.right.agent.addLocal(duo.right.candidates[0], now: now)
        duo.left.agent.setRemote(credentials: duo.right.credentials, lite: true, now: now)
        duo.left.agent.addRemote(duo.right.candidates[0], now: now)
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        #expect(duo.agree)
    }

    @Test("when only one end knows the other's candidates", arguments: [true, false])
    func peerReflexive(_ leftKnows: Bool) {
        var duo = ICEDuo()
        duo.exchange(leftKnowsCandidates: leftKnows, rightKnowsCandidates: !leftKnows)
        #expect(duo.run(for: .seconds(2)) { $0.isConnected })
        #expect(duo.agree)
    }

    @Test("through an address translator, whose mapping the check reveals", arguments: [false, true])
    func translated(_ lite: Bool) {
        var duo = ICEDuo(right: ICEPeer(.controlled, "right", ["198.51.100.1 6000"], lite: lite))
        let mapped = TransportAddress(testing: "203.0.113.5 41000")
        duo.network.translations[TransportAddress(testing: "10.0.0.1 5000")] = mapped
        let unreachable = TransportAddress(testing: "10.0.0.1 5000")
        duo.network.cutPaths = [NetworkPath(from: duo.right.candidates[0].address, to: unreachable)]
        duo.exchange()
        #expect(duo.run(for: .seconds(2)) { $0.isConnected })
        #expect(duo.right.agent.selectedPath?.remote == mapped)
        #expect(duo.agree)
    }

    @Test("a check that arrives makes the check that waits for an answer go again at once")
    func hastened() {
        var duo = ICEDuo()
        let there = NetworkPath(from: duo.left.candidates[0].address, to: duo.right.candidates[0].address)
        duo.network.cutPaths = [there]
        duo.left.agent.addLocal(duo.left.candidates[0], now: duo.now)
        duo.left.agent.setRemote(credentials: duo.right.credentials, lite: false, now: duo.now)
        duo.left.agent.addRemote(duo.right.candidates[0], now: duo.now)
        // Sent at 0, 100, 300 and 700 ms, and next at 1500 ms.
        duo.run(for: .milliseconds(800))
        duo.network.cutPaths = []
        duo.exchange()
        #expect(duo.run(for: .milliseconds(150)) { $0.isConnected })
    }

    @Test("an end whose socket reports the wildcard address")
    func wildcardSocket() throws {
        var duo = ICEDuo()
        duo.exchange(leftKnowsCandidates: false)
        let wildcard = TransportAddress(testing: "0.0.0.0 5000")
        duo.run(for: .seconds(1)) { $0.network.datagramsInFlight > 0 }
        var arrived = try #require(duo.network.deliver(now: duo.now + .seconds(1)).first)
        arrived.local = wildcard
        duo.left.agent.handle(arrived, now: duo.now)
        duo.drain()
        #expect(duo.left.sent.allSatisfy { $0.local == duo.left.candidates[0].address })
        #expect(duo.run(for: .seconds(2)) { $0.isConnected })
    }
}
