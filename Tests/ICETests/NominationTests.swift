import ICE
import STUN
import Simulation
import Testing
import Timing
import Wire

@Suite("The controlling end chooses") struct NominationTests {
    private func twoByTwo(seed: UInt64 = 7) -> ICEDuo {
        ICEDuo(
            left: ICEPeer(.controlling, "left", ["10.0.0.1 5000", "10.0.0.2 5000"], tieBreaker: 2),
            right: ICEPeer(.controlled, "right", ["10.0.1.1 6000", "10.0.1.2 6000"], seed: 2), seed: seed)
    }

    @Test("the pair with the best priority wins when all work")
    func best() {
        var duo = twoByTwo()
        duo.exchange()
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        #expect(duo.left.agent.selectedPath?.local == duo.left.candidates[0].address)
        #expect(duo.left.agent.selectedPath?.remote == duo.right.candidates[0].address)
        #expect(duo.left.selections.count == 1)
    }

    @Test("a better pair that does not answer delays the choice by the nomination delay only")
    func delay() {
        var duo = twoByTwo()
        let dead = NetworkPath(from: duo.left.candidates[0].address, to: duo.right.candidates[0].address)
        duo.network.cutPaths = [dead, dead.reversed]
        duo.exchange()
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        #expect(duo.agree)
        // The second check leaves 20 ms after the first; then two round trips of 40 ms and 50 ms of delay.
        #expect(duo.now <= .origin + .milliseconds(20 + 80 + 50 + 10))
    }

    @Test("a better pair that is a little slower is still chosen")
    func slowerButBetter() {
        var duo = twoByTwo()
        let best = NetworkPath(from: duo.left.candidates[0].address, to: duo.right.candidates[0].address)
        let slow = NetworkConditions(latency: .milliseconds(45))
        duo.network.pathConditions = [best: slow, best.reversed: slow]
        duo.exchange()
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        #expect(duo.left.agent.selectedPath?.remote == duo.right.candidates[0].address)
        #expect(duo.left.agent.selectedPath?.local == duo.left.candidates[0].address)
    }

    @Test("when the nominated pair dies before it is confirmed, the next best is nominated")
    func nominationFails() {
        var duo = twoByTwo()
        duo.exchange()
        let best = NetworkPath(from: duo.left.candidates[0].address, to: duo.right.candidates[0].address)
        duo.run(for: .seconds(1)) { $0.left.requests.contains(where: \.nominates) }
        duo.network.cutPaths = [best, best.reversed]
        #expect(duo.left.agent.state == .checking)
        _ = duo.network.deliver(now: duo.now + .seconds(1))
        #expect(duo.run(for: .seconds(20)) { $0.isConnected })
        #expect(duo.agree)
        #expect(duo.left.agent.selectedPath.map { NetworkPath(from: $0.local, to: $0.remote) } != best)
    }

    @Test("checks end once a pair is selected")
    func checksEnd() {
        var duo = twoByTwo()
        duo.exchange()
        duo.run(for: .seconds(1)) { $0.isConnected }
        duo.run(for: .milliseconds(200))
        let count = duo.left.requests.count
        duo.run(for: .seconds(3))
        #expect(duo.left.requests.count == count)
    }

    @Test("no two new checks leave within the pacing interval")
    func pacing() {
        let many = (1...10).map { "10.0.0.\($0) 5000" }
        var duo = ICEDuo(
            left: ICEPeer(.controlling, "left", ["10.0.1.1 6000"]), right: ICEPeer(.controlled, "right", many))
        duo.network.isDown = true
        duo.exchange()
        duo.run(for: .milliseconds(195))
        let firsts = Dictionary(
            zip(duo.left.requests.map(\.transaction), duo.left.sentAt), uniquingKeysWith: { first, _ in first })
        let times = firsts.values.sorted()
        #expect(times.count == 10)
        #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= .milliseconds(20) })
    }

    @Test("an unanswered check is sent again after 100 ms, then after twice that")
    func retransmission() {
        var duo = ICEDuo()
        duo.network.isDown = true
        duo.exchange()
        duo.run(for: .milliseconds(1550))
        let times = duo.left.sentAt.map { $0 - .origin }
        #expect(times == [0, 100, 300, 700, 1500].map { Duration.milliseconds($0) })
        #expect(Set(duo.left.requests.map(\.transaction)).count == 1)
    }

    @Test(
        "without any answer the search ends in failure, sooner when no candidates will come",
        arguments: [
            (false, 30), (true, 15),
        ])
    func patience(_ ended: Bool, _ seconds: Int) {
        var duo = ICEDuo()
        duo.network.isDown = true
        duo.exchange()
        if ended { duo.left.agent.endOfCandidates(now: duo.now) }
        #expect(duo.run(for: .seconds(60)) { $0.left.agent.state == .failed })
        #expect(duo.now == .origin + .seconds(seconds))
        #expect(duo.left.agent.timeout == nil)
        #expect(duo.left.states == [.checking, .failed])
        // A pair that failed was tried again: the network may come back.
        #expect(Set(duo.left.requests.map(\.transaction)).count > 1)
    }
}
