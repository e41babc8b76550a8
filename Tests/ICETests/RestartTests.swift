import ICE
import STUN
import Simulation
import Testing
import Timing
import Wire

@Suite("A restart") struct RestartTests {
    private static let leftAgain = ICECredentials(ufrag: "left2", pwd: "another-password-of-left-1")
    private static let rightAgain = ICECredentials(ufrag: "right2", pwd: "another-password-of-right")

    private func connected(rightIsLite: Bool = false) -> ICEDuo {
        var duo = ICEDuo(right: ICEPeer(.controlled, "right", ["10.0.1.1 6000"], lite: rightIsLite, seed: 2))
        duo.exchange()
        duo.run(for: .seconds(1)) { $0.isConnected }
        return duo
    }

    private func restart(_ duo: inout ICEDuo) {
        duo.left.agent.restart(credentials: Self.leftAgain, now: duo.now)
        duo.right.agent.restart(credentials: Self.rightAgain, now: duo.now)
        duo.exchange()
    }

    @Test("selects a path again without leaving the connected state", arguments: [false, true])
    func seamless(_ lite: Bool) {
        var duo = connected(rightIsLite: lite)
        restart(&duo)
        #expect(duo.run(for: .seconds(1)) { $0.left.selections.count == 2 && $0.right.selections.count == 2 })
        #expect(duo.left.states == [.checking, .connected])
        #expect(duo.right.states == [.checking, .connected])
        duo.run(for: .seconds(60))
        #expect(duo.isConnected)
        let names = Set(duo.left.requests.suffix(5).compactMap(\.username))
        #expect(names == ["right2:left2"])
    }

    @Test("keeps the old path and its consent alive while the other end is slow to follow")
    func slowPeer() {
        var duo = connected()
        duo.left.agent.restart(credentials: Self.leftAgain, now: duo.now)
        duo.run(for: .seconds(60))
        #expect(duo.isConnected)
        #expect(duo.left.agent.selectedPath != nil)
        duo.right.agent.restart(credentials: Self.rightAgain, now: duo.now)
        duo.exchange()
        #expect(duo.run(for: .seconds(1)) { $0.left.selections.count == 2 && $0.right.selections.count == 2 })
    }

    @Test("moves to another path when the old one is dead")
    func newPath() {
        var duo = ICEDuo(
            left: ICEPeer(.controlling, "left", ["10.0.0.1 5000", "10.0.0.2 5000"], tieBreaker: 2),
            right: ICEPeer(.controlled, "right", ["10.0.1.1 6000"], seed: 2))
        duo.exchange()
        duo.run(for: .seconds(1)) { $0.isConnected }
        let old = NetworkPath(from: duo.left.candidates[0].address, to: duo.right.candidates[0].address)
        duo.network.cutPaths = [old, old.reversed]
        duo.network.isDown = true
        duo.run(for: .seconds(12)) { $0.left.agent.state == .disconnected }
        duo.network.isDown = false
        restart(&duo)
        #expect(duo.left.agent.state == .checking)
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        #expect(duo.agree)
        #expect(duo.left.agent.selectedPath?.local == duo.left.candidates[1].address)
    }

    @Test("helps after failure")
    func afterFailure() {
        var duo = connected()
        duo.network.isDown = true
        duo.run(for: .seconds(40)) { $0.left.agent.state == .failed && $0.right.agent.state == .failed }
        duo.network.isDown = false
        restart(&duo)
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        #expect(duo.agree)
        #expect(duo.left.states.suffix(3) == [.failed, .checking, .connected])
    }

    @Test("that finds nothing leaves the working path alone")
    func keepsOldPath() {
        var duo = connected()
        duo.left.agent.restart(credentials: Self.leftAgain, now: duo.now)
        duo.left.agent.setRemote(credentials: Self.rightAgain, lite: false, now: duo.now)
        duo.left.agent.addRemote(.host(TransportAddress(testing: "10.9.9.9 1")), now: duo.now)
        duo.run(for: .seconds(100))
        #expect(duo.isConnected)
        #expect(duo.left.agent.selectedPath?.remote == duo.right.candidates[0].address)
        let before = duo.wakes
        duo.run(for: .seconds(100))
        #expect(duo.wakes - before < 100)
    }

    @Test("outlives the old path: consent to it ends, the search goes on")
    func oldPathDies() {
        var duo = connected()
        duo.left.agent.restart(credentials: Self.leftAgain, now: duo.now)
        duo.network.isDown = true
        #expect(duo.run(for: .seconds(31)) { $0.left.agent.selectedPath == nil })
        #expect(duo.left.agent.state == .checking)
        duo.network.isDown = false
        duo.right.agent.restart(credentials: Self.rightAgain, now: duo.now)
        duo.exchange()
        #expect(duo.run(for: .seconds(2)) { $0.isConnected })
        #expect(duo.agree)
    }

    @Test("is not undone by a nomination from before it")
    func formerNomination() {
        var duo = connected()
        let former = duo.right.credentials
        duo.right.agent.restart(credentials: Self.rightAgain, now: duo.now)
        let request = STUNMessage(
            .request, transaction: TransactionID(high: 8, low: 8),
            attributes: [.username("right:left"), .priority(1), .iceControlling(2), .useCandidate])
        let datagram = Datagram(
            local: duo.right.candidates[0].address, remote: TransportAddress(testing: "10.7.7.7 7"),
            payload: request.serialized(key: Array(former.pwd.utf8)))
        duo.right.agent.handle(datagram, now: duo.now)
        duo.drain()
        #expect(STUNMessage(parsing: duo.right.sent.last?.payload ?? [])?.type == .success)
        duo.exchange()
        duo.run(for: .milliseconds(10))
        #expect(duo.right.sent.filter { $0.remote == datagram.remote }.count == 1)
    }

    @Test("survives loss", arguments: 0..<20 as Range<UInt64>)
    func loss(_ seed: UInt64) {
        var duo = ICEDuo(seed: seed, conditions: NetworkConditions(loss: 0.2))
        duo.exchange()
        #expect(duo.run(for: .seconds(10)) { $0.isConnected })
        restart(&duo)
        let chosen = duo.left.selections.count
        #expect(duo.run(for: .seconds(10)) { $0.left.selections.count > chosen && $0.right.selections.count > chosen })
        duo.run(for: .seconds(20))
        #expect(duo.agree)
    }
}
