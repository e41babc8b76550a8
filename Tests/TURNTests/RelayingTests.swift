import STUN
import Simulation
import TURN
import TURNSimulation
import Testing
import Timing
import Wire

@Suite("Datagrams go through the relay") struct RelayingTests {
    private static let transports = [TransportProtocol.udp, .turnTCP]

    @Test("in indications until a channel is bound, then on the channel, both ways", arguments: transports)
    func bothWays(_ transport: TransportProtocol) {
        var scene = TURNScene.allocated(transport: transport)
        // It waits for the permission, and is not lost.
        scene.send([1, 2, 3])
        scene.run(for: .seconds(1))
        scene.peerSends([4])
        scene.run(for: .seconds(1))
        #expect(scene.server.counters.inIndications == 1)
        scene.allocation.bind(TURNScene.peer, now: scene.now)
        scene.run(for: .seconds(1))
        scene.send([5, 6, 7, 8, 9])
        scene.peerSends([10])
        scene.run(for: .seconds(1))
        #expect(scene.atPeer.map(\.payload) == [[1, 2, 3], [5, 6, 7, 8, 9]])
        #expect(scene.atPeer.allSatisfy { $0.remote == scene.allocation.relayed && $0.transport == .udp })
        #expect(scene.received.map(\.payload) == [[4], [10]])
        #expect(scene.received.allSatisfy { $0.peer == TURNScene.peer })
        #expect(scene.server.counters.onChannels == 1)
        #expect(scene.server.counters.refused == 0)
    }

    @Test(
        "a peer without permission is not heard, and one that the server forbids is not asked for again and again",
        arguments: [false, true])
    func permissions(_ isTerse: Bool) {
        var scene = TURNScene.allocated()
        scene.server.isTerse = isTerse
        scene.server.forbiddenPeers = [TURNScene.peer.ip]
        scene.peerSends([1])
        for _ in 0..<10 {
            scene.send([1])
            scene.run(for: .seconds(1))
        }
        #expect(scene.received.isEmpty)
        #expect(scene.atPeer.isEmpty)
        #expect(scene.count(of: STUNMethod.createPermission) == 1)
        #expect(scene.allocation.counters.refusedPeers == 1)
        #expect(scene.allocation.counters.dropped == 10)
        scene.server.forbiddenPeers = []
        scene.run(for: .seconds(60))
        scene.send([2])
        scene.run(for: .seconds(1))
        #expect(scene.atPeer.map(\.payload) == [[2]])
    }

    @Test("for an hour, with everything renewed in time", arguments: [TransportProtocol.udp, .turnTCP], [true, false])
    func hour(_ transport: TransportProtocol, _ hasChannel: Bool) {
        var scene = TURNScene.allocated(transport: transport)
        if hasChannel { scene.allocation.bind(TURNScene.peer, now: scene.now) }
        scene.send([0])
        scene.run(for: .seconds(2))
        for second in 0..<1200 {
            scene.send([UInt8(second & 0xFF)])
            scene.peerSends([UInt8(second & 0xFF)])
            scene.run(for: .seconds(3))
        }
        #expect(scene.atPeer.count == 1201)
        #expect(scene.received.count == 1200)
        #expect(scene.server.counters.refused == 0)
        #expect((6...8).contains(scene.server.counters.refreshed))
        #expect((14...17).contains(scene.server.counters.permitted))
        #expect(hasChannel ? (6...8).contains(scene.server.counters.bound) : scene.server.counters.bound == 0)
    }

    @Test("for an hour under loss", arguments: 0..<5 as Range<UInt64>)
    func hourUnderLoss(_ seed: UInt64) {
        var scene = TURNScene.allocated(seed: seed, conditions: NetworkConditions(loss: 0.3))
        scene.allocation.bind(TURNScene.peer, now: scene.now)
        for _ in 0..<1200 {
            scene.send([7])
            scene.run(for: .seconds(3))
        }
        #expect(scene.allocation.state == .allocated)
        #expect(scene.server.counters.refused == 0)
    }

    @Test("a nonce that has become stale is replaced without a gap")
    func staleNonce() {
        var scene = TURNScene.allocated()
        scene.server.nonceLifetime = .seconds(100)
        for _ in 0..<1000 {
            scene.send([1])
            scene.run(for: .seconds(3))
        }
        #expect(scene.atPeer.count == 1000)
        #expect(scene.allocation.counters.staleNonces > 5)
        #expect(scene.server.counters.staleNonces == scene.allocation.counters.staleNonces)
    }

    @Test("what is no longer used is no longer renewed")
    func idle() {
        var scene = TURNScene.allocated()
        scene.allocation.bind(TURNScene.peer, now: scene.now)
        scene.send([1])
        scene.run(for: .seconds(3600))
        #expect(scene.allocation.state == .allocated)
        #expect(scene.server.counters.permitted <= 4)
        #expect(scene.server.counters.bound <= 3)
        scene.send([2])
        scene.allocation.bind(TURNScene.peer, now: scene.now)
        scene.run(for: .seconds(1))
        scene.send([3])
        scene.run(for: .seconds(1))
        #expect(scene.atPeer.map(\.payload) == [[1], [2], [3]])
        #expect(scene.server.counters.onChannels >= 1)
    }

    @Test(
        "a server that has forgotten it is noticed when it is probed, and at the next refresh",
        arguments: [true, false])
    func forgotten(_ isProbed: Bool) {
        var scene = TURNScene.allocated()
        scene.server.forgetEverything()
        if isProbed { scene.allocation.probe(now: scene.now) }
        #expect(scene.run(for: .seconds(isProbed ? 1 : 600)) { !$0.failures.isEmpty })
        #expect(scene.failures == [.forgotten])
    }

    @Test("a server that has gone silent ends it when its time is over")
    func silence() {
        var scene = TURNScene.allocated()
        let start = scene.now
        scene.server.isSilent = true
        #expect(scene.run(for: .seconds(700)) { !$0.failures.isEmpty })
        #expect(scene.failures == [.silent])
        #expect((590...600).contains((scene.now - start).inSeconds))
    }

    @Test("a flood of peers is bounded")
    func flood() {
        var scene = TURNScene.allocated()
        scene.network.isDown = true
        for number in 0..<UInt32(1000) {
            let peer = TransportAddress(ip: .v4(0x0101_0000 + number), port: 1)
            scene.send([1], to: peer)
            scene.allocation.bind(peer, now: scene.now)
        }
        for _ in 0..<100 { scene.send([1], to: TransportAddress(ip: .v4(0x0101_0000), port: 1)) }
        scene.drain()
        #expect(scene.sent.count < 100)
        #expect(scene.allocation.counters.dropped > 900)
    }
}
