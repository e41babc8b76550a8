import STUN
import Simulation
import TURN
import TURNSimulation
import Testing
import Timing
import Wire

@Suite("The laws of an allocation") struct AllocationLawTests {
    /// Lives through allocating, relaying, renewing and loss, and hands every moment to `check`.
    private func live(seed: UInt64, check: (inout TURNScene) -> Void) {
        var scene = TURNScene(seed: seed, conditions: NetworkConditions(loss: 0.3))
        scene.server.nonceLifetime = .seconds(90)
        scene.allocation.start(now: scene.now)
        for moment in 0..<400 {
            scene.run(for: .milliseconds(moment < 100 ? 50 : 5000))
            if moment % 3 == 0 { scene.send([UInt8(moment & 0xFF)]) }
            if moment == 60 { scene.allocation.bind(TURNScene.peer, now: scene.now) }
            if moment == 390 { scene.network.isDown = true }
            scene.drain()
            check(&scene)
        }
    }

    @Test("draining twice gives the same timeout; waking early changes nothing", arguments: 0..<5 as Range<UInt64>)
    func early(_ seed: UInt64) {
        live(seed: seed) { scene in
            guard let timeout = scene.allocation.timeout else { return }
            let state = scene.allocation.state
            scene.allocation.handleTimeout(now: scene.now)
            scene.allocation.handleTimeout(now: timeout - .nanoseconds(1))
            #expect(scene.allocation.pollOutput() == nil)
            #expect(scene.allocation.timeout == timeout)
            #expect(scene.allocation.state == state)
        }
    }

    @Test(
        "waking at the timeout makes progress, and a deaf allocation comes to rest", arguments: 0..<5 as Range<UInt64>)
    func progress(_ seed: UInt64) {
        var moment = 0
        live(seed: seed) { scene in
            moment += 1
            guard moment % 10 == 0 else { return }
            var copy = scene.allocation
            for _ in 0..<2000 {
                guard let timeout = copy.timeout else { return }
                copy.handleTimeout(now: timeout)
                while copy.pollOutput() != nil {}
                #expect(copy.timeout != timeout)
            }
            Issue.record("an allocation that hears nothing comes to rest")
        }
    }

    @Test("truncated and altered messages neither trap nor change the state", arguments: 0..<5 as Range<UInt64>)
    func hostile(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var scene = TURNScene.allocated(seed: seed)
        scene.allocation.bind(TURNScene.peer, now: scene.now)
        scene.send([1, 2, 3])
        scene.run(for: .seconds(1))
        // What the server says to the same requests, made again.
        var fixtures: [[UInt8]] = []
        for datagram in scene.sent {
            var arrived = datagram
            (arrived.local, arrived.remote) = (datagram.remote, datagram.local)
            fixtures += scene.server.handle(arrived, now: scene.now).map(\.payload)
        }
        fixtures += scene.sent.map(\.payload)
        let timeout = scene.allocation.timeout
        for fixture in fixtures {
            for length in fixture.indices { _ = scene.allocation.handle(Array(fixture[..<length]), now: scene.now) }
            for _ in 0..<50 {
                var changed = fixture
                changed[Int(random.next() % UInt64(changed.count))] ^= UInt8(truncatingIfNeeded: random.next()) | 1
                _ = scene.allocation.handle(changed, now: scene.now)
            }
        }
        scene.drain()
        #expect(scene.allocation.state == .allocated)
        #expect(scene.allocation.timeout == timeout)
        #expect(scene.allocation.counters.discarded > 100)
    }

    @Test("success that is not signed with the key is not believed")
    func forged() throws {
        var scene = TURNScene()
        scene.allocation.start(now: scene.now)
        scene.run(for: .milliseconds(45))
        let request = try #require(scene.sent.last.flatMap { STUNMessage(parsing: $0.payload) })
        #expect(request.hasIntegrity)
        let response = STUNMessage(
            .success, STUNMethod.allocate, transaction: request.transaction,
            attributes: [.xorRelayedAddress(TURNScene.peer), .lifetime(600)])
        for payload in [response.serialized(), response.serialized(key: [1])] {
            _ = scene.allocation.handle(payload, now: scene.now)
        }
        #expect(scene.allocation.state == .allocating)
        #expect(scene.allocation.counters.discarded == 2)
        scene.run(for: .seconds(1))
        #expect(scene.allocation.state == .allocated)
        #expect(scene.allocation.relayed != TURNScene.peer)
    }
}
