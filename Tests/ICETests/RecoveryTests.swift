import ICE
import STUN
import Simulation
import TURNSimulation
import Testing
import Timing
import Wire

@Suite("Another path in the place of a dead one") struct RecoveryTests {
    private func twoWays(lite: Bool, seed: UInt64 = 7, conditions: NetworkConditions = .clean) -> ICEDuo {
        var duo = ICEDuo(
            left: ICEPeer(.controlling, "left", ["10.0.0.1 5000", "10.0.0.2 5000"], tieBreaker: 2, seed: seed),
            right: ICEPeer(.controlled, "right", ["10.0.1.1 6000"], lite: lite, seed: seed + 1), seed: seed,
            conditions: conditions)
        duo.exchange()
        duo.run(for: .seconds(10)) { $0.isConnected }
        duo.run(for: .seconds(2))
        return duo
    }

    @Test("is found without a restart, before the call counts as disconnected", arguments: [true, false])
    func nextBest(_ lite: Bool) {
        var duo = twoWays(lite: lite)
        let old = NetworkPath(from: duo.left.candidates[0].address, to: duo.right.candidates[0].address)
        #expect(duo.left.agent.selectedPath?.local == old.source)
        duo.network.cutPaths = [old, old.reversed]
        #expect(duo.run(for: .seconds(12)) { $0.left.agent.selectedPath?.local != old.source })
        #expect(duo.left.states == [.checking, .connected])
        duo.run(for: .seconds(10))
        #expect(duo.agree)
        #expect(duo.isConnected)
        #expect(duo.left.agent.counters.recoveries == 1)
        // A second death has no successor: the end comes in its time.
        duo.network.isDown = true
        #expect(duo.run(for: .seconds(31)) { $0.left.agent.state == .failed && $0.right.agent.state == .failed })
        #expect(duo.left.agent.timeout == nil)
    }

    @Test("under loss", arguments: [0.1, 0.2, 0.3], 0..<5 as Range<UInt64>)
    func underLoss(_ loss: Double, _ seed: UInt64) throws {
        var duo = twoWays(lite: false, seed: seed, conditions: NetworkConditions(loss: loss))
        let path = try #require(duo.left.agent.selectedPath)
        let old = NetworkPath(from: path.local, to: path.remote)
        duo.network.cutPaths = [old, old.reversed]
        duo.run(for: .seconds(40))
        #expect(duo.isConnected)
        #expect(duo.agree)
        #expect(duo.left.agent.selectedPath?.local != path.local)
    }

    @Test(
        "is TCP when UDP is blocked in the middle of a call, and a relay when TCP is as well", arguments: [true, false])
    func lastResort(_ isTCPBlocked: Bool) {
        var duo = RealNetworks.call()
        duo.exchange()
        duo.addServer(RealNetworks.turnServer(), "turn:turn.example.org")
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        duo.run(for: .seconds(3))
        #expect(duo.left.agent.selectedPath?.local == RealNetworks.home)
        duo.network.firewall = { datagram in
            guard datagram.local.ip == RealNetworks.home.ip, datagram.remote != RealNetworks.server else {
                return false
            }
            return datagram.transport == .udp || isTCPBlocked
        }
        duo.run(for: .seconds(15))
        #expect(duo.left.agent.state == .connected)
        #expect(duo.left.agent.selectedPath?.transport == (isTCPBlocked ? .udp : .tcp))
        #expect((duo.left.agent.selectedPath?.local.ip == RealNetworks.server.ip) == isTCPBlocked)
    }

    @Test("is not looked for any more when the old one answers again")
    func comesBack() {
        var duo = twoWays(lite: false)
        let path = duo.left.agent.selectedPath
        duo.network.isDown = true
        duo.run(for: .seconds(15))
        #expect(duo.left.agent.state == .disconnected)
        duo.network.isDown = false
        #expect(duo.run(for: .seconds(5)) { $0.isConnected })
        duo.run(for: .seconds(10))
        #expect(duo.left.agent.selectedPath == path)
        let count = duo.left.requests.count
        duo.run(for: .seconds(60))
        #expect(duo.left.requests.count - count <= 16)
    }

    @Test("is found when only what this end sends is lost")
    func oneWay() {
        var duo = twoWays(lite: false)
        let old = NetworkPath(from: duo.left.candidates[0].address, to: duo.right.candidates[0].address)
        duo.network.cutPaths = [old]
        duo.run(for: .seconds(20))
        #expect(duo.left.agent.selectedPath?.local != old.source)
        #expect(duo.isConnected)
        #expect(duo.agree)
    }

    @Test("is the same host at another address, after its translator has forgotten it", arguments: [true, false])
    func rebinding(_ lite: Bool) {
        var duo = RealNetworks.apart(.endpointIndependent)
        duo.right = ICEPeer(.controlled, "right", ["192.0.2.7 7882"], lite: lite)
        duo.exchange()
        #expect(duo.run(for: .seconds(2)) { $0.isConnected })
        duo.run(for: .seconds(2))
        let before = duo.right.agent.selectedPath?.remote
        duo.network.translators[0].rebind()
        duo.run(for: .seconds(12))
        #expect(duo.isConnected)
        #expect(duo.right.agent.selectedPath?.remote != before)
        duo.say([0x80, 1], fromLeft: false)
        duo.run(for: .seconds(1))
        #expect(duo.left.inbox.count == 1)
        #expect(duo.left.states == [.checking, .connected])
    }

    @Test("a translator that forgets every few seconds does not exhaust the candidates")
    func restless() {
        var duo = RealNetworks.apart(.endpointIndependent)
        duo.right = ICEPeer(.controlled, "right", ["192.0.2.7 7882"], lite: true)
        duo.exchange()
        duo.run(for: .seconds(2)) { $0.isConnected }
        for _ in 0..<200 {
            duo.network.translators[0].rebind()
            duo.run(for: .seconds(7))
        }
        #expect(duo.isConnected)
        duo.say([0x80, 1], fromLeft: false)
        duo.run(for: .seconds(1))
        #expect(duo.left.inbox.count == 1)
    }
}
