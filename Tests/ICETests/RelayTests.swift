import ICE
import STUN
import Simulation
import TURN
import TURNSimulation
import Testing
import Timing
import Wire

@Suite("Paths through relays") struct RelayTests {
    /// Two ends that meet at a relay only.
    private func relayed(
        _ url: String = "turn:turn.example.org", seed: UInt64 = 7, conditions: NetworkConditions = .clean
    ) -> ICEDuo {
        var duo = RealNetworks.apart(.endpointDependent, seed: seed, conditions: conditions)
        duo.exchange()
        duo.addServer(RealNetworks.turnServer(), url)
        duo.addServerForRight()
        duo.run(for: .seconds(20)) { $0.isConnected }
        return duo
    }

    /// Says something each way and returns whether both heard it.
    private func talks(_ duo: inout ICEDuo) -> Bool {
        let (left, right) = (duo.left.inbox.count, duo.right.inbox.count)
        duo.say([0x80, 1, 2, 3, 4])
        duo.say([0x80, 5], fromLeft: false)
        duo.run(for: .seconds(1))
        return duo.left.inbox.count == left + 1 && duo.right.inbox.count == right + 1
    }

    @Test(
        "where nothing else works, over every transport to the server", arguments: ["", "?transport=tcp"],
        [false, true])
    func onlyWay(_ query: String, _ isSecure: Bool) {
        guard !isSecure || query == "?transport=tcp" else { return }
        var duo = RealNetworks.apart(.endpointDependent)
        if !query.isEmpty { RealNetworks.blockUDP(&duo) }
        duo.exchange()
        duo.addServer(RealNetworks.turnServer(), (isSecure ? "turns" : "turn") + ":turn.example.org" + query)
        duo.addServerForRight()
        #expect(duo.run(for: .seconds(3)) { $0.isConnected })
        #expect(duo.left.agent.selectedPath?.local.ip == RealNetworks.server.ip)
        duo.run(for: .seconds(1))
        for _ in 0..<3 { #expect(talks(&duo)) }
        #expect(duo.servers[0].counters.onChannels >= 3)
        if !query.isEmpty {
            let toServer = duo.left.sent.filter { $0.remote == RealNetworks.server }
            let transport: TransportProtocol = isSecure ? .turnTLS(host: "turn.example.org") : .turnTCP
            #expect(toServer.allSatisfy { $0.transport == transport && $0.local.port == Candidate.activePort })
        }
    }

    @Test("under loss", arguments: [0.1, 0.2, 0.3], 0..<6 as Range<UInt64>)
    func loss(_ loss: Double, _ seed: UInt64) {
        var duo = relayed(seed: seed, conditions: NetworkConditions(jitter: .milliseconds(10), loss: loss))
        #expect(duo.isConnected)
        duo.run(for: .seconds(300))
        #expect(duo.left.states == [.checking, .connected])
    }

    @Test("for an hour")
    func hour() {
        var duo = relayed()
        for _ in 0..<60 {
            duo.run(for: .seconds(60))
            #expect(talks(&duo))
        }
        #expect(duo.left.states == [.checking, .connected])
        #expect(duo.servers[0].counters.allocated == 1)
        #expect(duo.servers[0].counters.refreshed >= 6)
    }

    @Test("a direct path is preferred when it works")
    func direct() {
        var duo = RealNetworks.call()
        duo.exchange()
        duo.addServer(RealNetworks.turnServer(), "turn:turn.example.org")
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        duo.run(for: .seconds(3))
        #expect(duo.left.agent.selectedPath?.local == RealNetworks.home)
        #expect(duo.left.agent.selectedPath?.transport == .udp)
    }

    @Test("the policy of relays only: nothing reaches the other end directly, and it is told of nothing else")
    func policy() {
        var duo = RealNetworks.call()
        duo.left.agent.setTransportPolicy(.relay, now: duo.now)
        duo.exchange()
        duo.addServer(RealNetworks.turnServer(), "turn:turn.example.org")
        #expect(duo.run(for: .seconds(3)) { $0.isConnected })
        #expect(talks(&duo))
        #expect(duo.left.sent.allSatisfy { $0.remote == RealNetworks.server })
        #expect(duo.left.agent.announcedCandidates.map(\.type) == [.relayed])
        #expect(duo.left.agent.announcedCandidates.first?.relatedAddress?.description == "0.0.0.0:0")
    }

    @Test(
        "the same policy in the middle of a call: the direct path is given up and replaced", arguments: [true, false])
    func policyLater(_ isLite: Bool) {
        var duo = RealNetworks.call(lite: isLite)
        duo.exchange()
        duo.addServer(RealNetworks.turnServer(), "turn:turn.example.org")
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        duo.run(for: .seconds(2))
        duo.left.agent.setTransportPolicy(.relay, now: duo.now)
        duo.drain()
        #expect(duo.left.agent.state == .disconnected)
        let count = duo.left.sent.count
        #expect(duo.run(for: .seconds(10)) { $0.left.agent.state == .connected })
        duo.run(for: .seconds(10))
        #expect(duo.left.sent.dropFirst(count).allSatisfy { $0.remote == RealNetworks.server })
        #expect(talks(&duo))
    }

    @Test("a restart keeps the relayed address")
    func restart() {
        var duo = relayed()
        let path = duo.left.agent.selectedPath
        duo.left.agent.restart(
            credentials: ICECredentials(ufrag: "left2", pwd: "another-password-of-left-1"), now: duo.now)
        #expect(talks(&duo))
        duo.right.agent.restart(
            credentials: ICECredentials(ufrag: "right2", pwd: "another-password-of-right"), now: duo.now)
        duo.exchange()
        for candidate in duo.left.agent.announcedCandidates { duo.right.agent.addRemote(candidate, now: duo.now) }
        #expect(duo.run(for: .seconds(3)) { $0.left.selections.count == 2 && $0.right.selections.count == 2 })
        #expect(duo.left.agent.selectedPath?.local == path?.local)
        #expect(duo.left.states == [.checking, .connected])
        #expect(duo.servers[0].counters.allocated == 1)
        #expect(talks(&duo))
    }

    @Test("a server that has forgotten everything is asked again, and the call goes on")
    func forgotten() {
        var duo = relayed()
        let before = duo.left.agent.selectedPath?.local
        duo.run(for: .seconds(5))
        duo.servers[0].forgetEverything()
        #expect(duo.run(for: .seconds(25)) { $0.left.selections.count == 2 })
        duo.run(for: .seconds(3))
        #expect(duo.left.agent.state == .connected)
        #expect(duo.left.agent.selectedPath?.local != before)
        #expect(talks(&duo))
    }

    @Test("an ended connection to the server is noticed at once and made again")
    func streamEnds() {
        var duo = relayed("turn:turn.example.org?transport=tcp")
        #expect(duo.isConnected)
        duo.run(for: .seconds(5))
        duo.servers[0].forgetEverything()
        let local = TransportAddress(ip: RealNetworks.home.ip, port: Candidate.activePort)
        duo.end(local, RealNetworks.server, .turnTCP)
        #expect(duo.left.agent.state == .disconnected)
        #expect(duo.run(for: .seconds(5)) { $0.left.agent.state == .connected })
        duo.run(for: .seconds(10))
        #expect(talks(&duo))
        #expect(duo.servers[0].counters.allocated == 2)
    }

    @Test("closing gives the address back")
    func close() {
        var duo = relayed()
        duo.left.agent.close(now: duo.now)
        duo.run(for: .milliseconds(100))
        #expect(duo.servers[0].relayedAddresses.isEmpty)
        #expect(duo.servers[0].counters.released == 1)
    }
}
