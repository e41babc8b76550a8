import ICE
import STUN
import Simulation
import TURNSimulation
import Testing
import Timing
import Wire

@Suite("Paths over TCP") struct StreamTests {
    private let active = TransportAddress(ip: RealNetworks.home.ip, port: Candidate.activePort)

    /// A call that only TCP gets through.
    private func overTCP(lite: Bool = true, seed: UInt64 = 7, conditions: NetworkConditions = .clean) -> ICEDuo {
        var duo = RealNetworks.call(lite: lite, seed: seed, conditions: conditions)
        RealNetworks.blockUDP(&duo)
        duo.exchange()
        duo.run(for: .seconds(5)) { $0.isConnected }
        return duo
    }

    @Test("where UDP is blocked, to a lite end and to a full one", arguments: [true, false])
    func onlyWay(_ lite: Bool) {
        var duo = overTCP(lite: lite)
        #expect(duo.isConnected)
        #expect(duo.left.agent.selectedPath == ICEPath(local: active, remote: RealNetworks.passive, transport: .tcp))
        #expect(duo.right.agent.selectedPath?.transport == .tcp)
        #expect(duo.now <= .origin + .milliseconds(700))
        duo.say([0x80, 1])
        duo.say([0x80, 2], fromLeft: false)
        duo.run(for: .seconds(1))
        #expect(duo.left.inbox.map(\.transport) == [.tcp])
        #expect(duo.right.inbox.map(\.transport) == [.tcp])
        duo.run(for: .seconds(300))
        #expect(duo.left.states == [.checking, .connected])
        #expect(duo.right.states == [.checking, .connected])
    }

    @Test("UDP is preferred, also when TCP answers first")
    func preference() {
        var duo = RealNetworks.call()
        let slow = NetworkConditions(latency: .milliseconds(100))
        let path = NetworkPath(from: RealNetworks.home, to: duo.right.candidates[0].address)
        duo.network.pathConditions = [path: slow, path.reversed: slow]
        duo.exchange()
        #expect(duo.run(for: .seconds(2)) { $0.isConnected })
        #expect(duo.left.agent.selectedPath?.transport == .udp)
    }

    @Test("TCP is preferred to a relay")
    func beforeRelay() {
        var duo = RealNetworks.call()
        RealNetworks.blockUDP(&duo, except: [RealNetworks.server])
        duo.exchange()
        duo.addServer(RealNetworks.turnServer(), "turn:turn.example.org")
        #expect(duo.run(for: .seconds(3)) { $0.isConnected })
        #expect(duo.left.agent.selectedPath?.transport == .tcp)
    }

    @Test("a check is sent once, whatever the network loses", arguments: 0..<5 as Range<UInt64>)
    func once(_ seed: UInt64) {
        let duo = overTCP(seed: seed, conditions: NetworkConditions(latency: .milliseconds(400), loss: 0.3))
        #expect(duo.isConnected)
        let streams = duo.left.sent.filter { $0.transport == .tcp }
        #expect(Set(streams.map(\.payload)).count == streams.count)
    }

    @Test("a refused connection fails its pair at once; it is tried again with longer and longer pauses")
    func refused() {
        var duo = RealNetworks.call()
        RealNetworks.blockUDP(&duo)
        duo.closedPorts = [RealNetworks.passive]
        duo.exchange()
        duo.run(for: .seconds(20))
        let attempts = duo.left.sent.filter { $0.transport == .tcp }.count
        #expect((5...9).contains(attempts))
        duo.closedPorts = []
        #expect(duo.run(for: .seconds(6)) { $0.isConnected })
    }

    @Test("an ended connection is noticed at once, and opened again")
    func ended() {
        var duo = overTCP()
        duo.end(active, RealNetworks.passive, .tcp)
        #expect(duo.left.agent.state == .disconnected)
        #expect(duo.left.agent.selectedPath == nil)
        #expect(duo.run(for: .seconds(2)) { $0.left.agent.state == .connected })
        #expect(duo.left.agent.selectedPath?.transport == .tcp)
        #expect(duo.left.states == [.checking, .connected, .disconnected, .connected])
    }

    @Test("an ended connection that cannot be opened again ends in failure")
    func endedForGood() {
        var duo = overTCP()
        duo.closedPorts = [RealNetworks.passive]
        duo.end(active, RealNetworks.passive, .tcp)
        #expect(duo.run(for: .seconds(31)) { $0.left.agent.state == .failed })
        #expect(duo.left.agent.timeout == nil)
    }

    @Test("the end that accepts connections forgets a closed one, and follows the next")
    func passiveEnd() {
        var duo = overTCP()
        duo.right.agent.streamClosed(
            local: RealNetworks.passive, remote: active, transport: .tcp, now: duo.now)
        duo.drain()
        #expect(duo.right.agent.state == .disconnected)
        duo.end(active, RealNetworks.passive, .tcp)
        #expect(duo.run(for: .seconds(2)) { $0.isConnected })
        duo.right.agent.streamClosed(
            local: RealNetworks.passive, remote: active, transport: .tcp, now: duo.now)
        duo.network.isDown = true
        #expect(duo.run(for: .seconds(31)) { $0.right.agent.state == .failed })
        #expect(duo.right.agent.timeout == nil)
    }

    @Test("connections that nobody knows end without effect")
    func unknown() {
        var duo = overTCP()
        let timeout = duo.left.agent.timeout
        duo.end(active, TransportAddress(testing: "1.2.3.4 5"), .tcp)
        duo.end(active, RealNetworks.passive, .turnTCP)
        duo.end(active, RealNetworks.passive, .udp)
        #expect(duo.left.agent.state == .connected)
        #expect(duo.left.agent.timeout == timeout)
    }
}
