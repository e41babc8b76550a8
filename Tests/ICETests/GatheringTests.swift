import ICE
import STUN
import Simulation
import TURN
import TURNSimulation
import Testing
import Timing
import Wire

@Suite("Candidates from servers") struct GatheringTests {
    @Test("two ends behind translators meet at the addresses that STUN servers see", arguments: 0..<5 as Range<UInt64>)
    func reflexive(_ seed: UInt64) throws {
        var duo = RealNetworks.apart(.endpointIndependent, seed: seed)
        duo.exchange()
        duo.addServer(SimulatedTURNServer(RealNetworks.server), "stun:stun.example.org")
        duo.addServerForRight()
        #expect(duo.run(for: .seconds(3)) { $0.isConnected })
        let candidate = try #require(duo.left.gathered.first)
        #expect(candidate.type == .serverReflexive)
        #expect(candidate.address.ip == RealNetworks.homeOutside)
        #expect(candidate.relatedAddress == RealNetworks.home)
        #expect(duo.left.agent.selectedPath?.remote.ip == RealNetworks.officeOutside)
        // A reflexive candidate is no socket: checks leave from its base.
        #expect(duo.left.sent.allSatisfy { $0.local == RealNetworks.home })
    }

    @Test("the end of gathering is told once, when the last server has answered")
    func end() {
        var duo = RealNetworks.apart(.endpointIndependent)
        duo.exchange()
        duo.addServer(RealNetworks.turnServer(), "turn:turn.example.org")
        duo.left.agent.endOfServers(now: duo.now)
        duo.drain()
        #expect(!duo.left.hasGathered)
        #expect(duo.run(for: .seconds(1)) { $0.left.hasGathered })
        #expect(duo.left.gathered.map(\.type) == [.relayed, .serverReflexive])
        #expect(duo.left.agent.announcedCandidates.count == 3)
        #expect(duo.left.agent.announcedCandidates.allSatisfy { $0.ufrag == "left" })
        var alone = ICEDuo()
        alone.left.agent.endOfServers(now: alone.now)
        alone.drain()
        #expect(alone.left.hasGathered)
    }

    @Test("what is seen at the host's own address is not told twice")
    func redundant() {
        var duo = ICEDuo()
        duo.exchange()
        duo.addServer(RealNetworks.turnServer(), "stun:one.example.org")
        duo.addServer(RealNetworks.turnServer(), "turn:one.example.org")
        duo.run(for: .seconds(2))
        #expect(duo.left.gathered.map(\.type) == [.relayed])
    }

    @Test("servers that are silent or refuse are counted, and the rest works")
    func failures() {
        var duo = RealNetworks.apart(.endpointIndependent)
        duo.right = ICEPeer(.controlled, "right", ["192.0.2.7 7882"], lite: true)
        duo.exchange()
        var silent = SimulatedTURNServer(TransportAddress(testing: "198.51.100.8 3478"))
        silent.isSilent = true
        duo.addServer(silent, "stun:silent.example.org")
        duo.addServer(silent, "turn:silent.example.org")
        duo.addServer(RealNetworks.turnServer(), "turn:turn.example.org", credential: "wrong")
        duo.left.agent.endOfServers(now: duo.now)
        #expect(duo.run(for: .seconds(1)) { $0.isConnected })
        #expect(duo.run(for: .seconds(1)) { $0.left.failures == [.unauthorized] })
        #expect(duo.run(for: .seconds(10)) { $0.left.hasGathered })
        #expect(duo.left.failures == [.unauthorized, .silent])
        #expect(duo.left.agent.counters.failedServers == 2)
        #expect(duo.isConnected)
    }

    @Test("no two servers are asked within the pacing interval, and no more than a bounded number")
    func bounds() {
        var duo = ICEDuo()
        duo.network.isDown = true
        duo.left.agent.addLocal(duo.left.candidates[0], now: duo.now)
        for number in 1...UInt16(200) {
            let server = ICEServer(
                number % 2 == 0 ? .stun : .turn(username: "a", credential: "b"), host: "x", port: number)
            duo.left.agent.addServer(
                server, at: TransportAddress(ip: RealNetworks.server.ip, port: number), now: duo.now)
        }
        duo.run(for: .milliseconds(190))
        #expect(duo.left.sent.count == 10)
        duo.run(for: .seconds(20))
        #expect(Set(duo.left.sent.map(\.remote)).count == 16)
        #expect(duo.left.agent.timeout == nil)
    }

    @Test("a server of the other family, or out of reach of a loopback address, is not asked")
    func families() {
        var duo = ICEDuo(left: ICEPeer(.controlling, "left", ["127.0.0.1 5000", "10.0.0.1 5000"]))
        duo.exchange()
        var six = RealNetworks.turnServer()
        six = SimulatedTURNServer(TransportAddress(testing: "2001:db8::9 3478"))
        duo.addServer(six, "stun:six.example.org")
        duo.addServer(RealNetworks.turnServer(), "stun:four.example.org")
        duo.run(for: .milliseconds(100))
        let asked = duo.left.sent.filter { $0.remote.port == 3478 }
        #expect(!asked.isEmpty)
        #expect(asked.allSatisfy { $0.local.ip == RealNetworks.home.ip && $0.remote == RealNetworks.server })
    }

    @Test("addresses are ranked: families in turn, then link-local, then loopback")
    func ranking() {
        let addresses = ["127.0.0.1 1", "10.0.0.1 1", "10.0.0.2 1", "fe80::1 1", "2001:db8::1 1", "::1 1"].map {
            TransportAddress(testing: $0)
        }
        let ranked = LocalPreference.ranked(addresses)
        #expect(
            ranked.map(\.address.ip.description) == [
                "2001:db8::1", "10.0.0.1", "10.0.0.2", "fe80::1", "::1", "127.0.0.1",
            ])
        #expect(ranked.map(\.preference) == [65_535, 65_534, 65_533, 65_532, 65_531, 65_530])
    }
}
