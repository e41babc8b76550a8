import ICE
import STUN
import Simulation
import Testing
import Timing
import Wire

@Suite("Consent to send") struct ConsentTests {
    private func connected(
        seed: UInt64 = 7, rightIsLite: Bool = false, conditions: NetworkConditions = .clean
    ) -> ICEDuo {
        var duo = ICEDuo(
            left: ICEPeer(.controlling, "left", ["10.0.0.1 5000"], tieBreaker: 2, seed: seed),
            right: ICEPeer(.controlled, "right", ["10.0.1.1 6000"], lite: rightIsLite, seed: seed + 1), seed: seed,
            conditions: conditions)
        duo.exchange()
        duo.run(for: .seconds(10)) { $0.isConnected }
        duo.run(for: .milliseconds(200))
        return duo
    }

    private func requestTimes(_ peer: ICEPeer, after start: Instant) -> [Instant] {
        zip(peer.sent, peer.sentAt).filter { STUNMessage(parsing: $0.payload)?.type == .request && $1 > start }.map(\.1)
    }

    @Test("is asked for every 4 to 6 seconds, at random", arguments: [1, 2, 3] as [UInt64])
    func interval(_ seed: UInt64) {
        var duo = connected(seed: seed)
        let start = duo.now
        duo.run(for: .seconds(300))
        let times = requestTimes(duo.left, after: start)
        let gaps = zip(times, times.dropFirst()).map { $1 - $0 }
        #expect((50...75).contains(times.count))
        #expect(gaps.allSatisfy { (.milliseconds(4000)...(.milliseconds(6000))).contains($0) })
        #expect(Set(gaps).count > 10)
        #expect(duo.isConnected)
        #expect(duo.left.states == [.checking, .connected])
    }

    @Test("is asked for every second while no answer comes, each time anew")
    func retry() {
        var duo = connected()
        duo.network.isDown = true
        let start = duo.now
        duo.run(for: .seconds(25))
        let times = requestTimes(duo.left, after: start)
        #expect((15...24).contains(times.count))
        #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= .milliseconds(800) })
        #expect(Set(duo.left.requests.suffix(times.count).map(\.transaction)).count == times.count)
    }

    @Test("a silent path is disconnected after ten seconds and recovers when it is heard again")
    func regained() {
        var duo = connected()
        duo.run(for: .seconds(30))
        duo.network.isDown = true
        let down = duo.now
        #expect(duo.run(for: .seconds(12)) { $0.left.agent.state == .disconnected })
        #expect(duo.now - down <= .seconds(10) + .milliseconds(100))
        #expect(duo.left.agent.selectedPath != nil)
        duo.run(for: .seconds(8))
        duo.network.isDown = false
        #expect(duo.run(for: .milliseconds(1300)) { $0.isConnected })
        #expect(duo.left.states == [.checking, .connected, .disconnected, .connected])
    }

    @Test("expires thirty seconds after the last answer, and then nothing is sent any more")
    func expiry() {
        var duo = connected()
        duo.network.isDown = true
        let down = duo.now
        #expect(duo.run(for: .seconds(40)) { $0.left.agent.state == .failed && $0.right.agent.state == .failed })
        #expect(duo.now - down <= .seconds(30))
        #expect(duo.now - down >= .seconds(29))
        #expect(duo.left.states.suffix(3) == [.connected, .disconnected, .failed])
        #expect(duo.left.agent.selectedPath == nil)
        #expect(duo.left.agent.timeout == nil)
        let count = duo.left.sent.count
        duo.network.isDown = false
        duo.run(for: .seconds(60))
        #expect(duo.left.sent.count == count)
    }

    @Test("one direction without datagrams is enough to lose it")
    func oneWay() {
        var duo = connected()
        duo.network.cutPaths = [NetworkPath(from: duo.right.candidates[0].address, to: duo.left.candidates[0].address)]
        #expect(duo.run(for: .seconds(31)) { $0.left.agent.state == .failed })
    }

    @Test("a fifth of the datagrams lost does not end a call", arguments: 0..<5 as Range<UInt64>)
    func loss(_ seed: UInt64) {
        var duo = connected(seed: seed, conditions: NetworkConditions(loss: 0.2))
        duo.run(for: .seconds(600))
        #expect(duo.isConnected)
        #expect(duo.left.states == [.checking, .connected])
    }

    @Test("a lite end needs only to hear the other one, and notices when it does not")
    func lite() {
        var duo = connected(rightIsLite: true)
        duo.run(for: .seconds(100))
        #expect(duo.isConnected)
        #expect(duo.right.requests.isEmpty)
        duo.network.isDown = true
        #expect(duo.run(for: .seconds(12)) { $0.right.agent.state == .disconnected })
        #expect(duo.run(for: .seconds(31)) { $0.right.agent.state == .failed })
        #expect(duo.right.agent.timeout == nil)
    }

    @Test("a connected agent is woken a few times per interval only")
    func quiet() {
        var duo = connected()
        let before = duo.wakes
        duo.run(for: .seconds(600))
        #expect(duo.wakes - before <= 2 * 600 / 4 + 4)
    }
}
