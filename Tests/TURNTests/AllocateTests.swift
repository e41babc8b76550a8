import STUN
import Simulation
import TURN
import TURNSimulation
import Testing
import Timing
import Wire

@Suite("A relayed address is asked for") struct AllocateTests {
    @Test(
        "with the credentials that the server demands, over every transport",
        arguments: [TransportProtocol.udp, .turnTCP, .turnTLS(host: "turn.example.org")])
    func granted(_ transport: TransportProtocol) throws {
        let scene = TURNScene.allocated(transport: transport)
        #expect(scene.allocation.state == .allocated)
        #expect(scene.server.relayedAddresses == [try #require(scene.allocation.relayed)])
        #expect(scene.allocation.mapped == TURNScene.client)
        // One request without credentials, one with.
        #expect(scene.count(of: STUNMethod.allocate) == 2)
        #expect(scene.sent.allSatisfy { $0.transport == transport && $0.remote == scene.server.address })
    }

    @Test("under loss", arguments: [0.1, 0.2, 0.3], 0..<10 as Range<UInt64>)
    func loss(_ loss: Double, _ seed: UInt64) {
        let scene = TURNScene.allocated(seed: seed, conditions: NetworkConditions(loss: loss, duplication: 0.1))
        #expect(scene.allocation.state == .allocated)
    }

    @Test("wrong credentials end it at once, and so do errors without a remedy")
    func refused() {
        var scene = TURNScene(password: "wrong")
        scene.allocation.start(now: scene.now)
        scene.run(for: .seconds(1))
        #expect(scene.failures == [.unauthorized])
        #expect(scene.count(of: STUNMethod.allocate) == 2)
        #expect(scene.allocation.timeout == nil)
    }

    @Test(
        "a full server says so",
        arguments: [
            (STUNErrorCode.quotaReached, AllocationError.quotaReached),
            (.insufficientCapacity, .insufficientCapacity), (.forbidden, .rejected(.forbidden)),
        ])
    func full(_ code: STUNErrorCode, _ error: AllocationError) {
        var scene = TURNScene()
        scene.server.refusal = code
        scene.allocation.start(now: scene.now)
        scene.run(for: .seconds(1))
        #expect(scene.failures == [error])
        #expect(scene.allocation.state == .failed(error))
    }

    @Test(
        "a silent server is given up within ten seconds",
        arguments: [(TransportProtocol.udp, 8), (.turnTCP, 1)])
    func silent(_ transport: TransportProtocol, _ transmissions: Int) {
        var scene = TURNScene(transport: transport)
        scene.server.isSilent = true
        scene.allocation.start(now: scene.now)
        #expect(scene.run(for: .seconds(10)) { !$0.failures.isEmpty })
        #expect(scene.failures == [.silent])
        #expect(scene.sent.count == transmissions)
    }

    @Test("the server may send it elsewhere, but not in circles")
    func alternate() throws {
        var scene = TURNScene()
        var other = scene.server
        other = .init(TransportAddress(testing: "203.0.113.2 3479"), passwords: ["me": "secret"])
        scene.servers.append(other)
        scene.server.alternate = other.address
        scene.allocation.start(now: scene.now)
        scene.run(for: .seconds(1))
        #expect(scene.allocation.state == .allocated)
        #expect(scene.allocation.server == other.address)
        var circle = TURNScene()
        circle.servers = scene.servers
        circle.servers[1].alternate = circle.server.address
        circle.allocation.start(now: circle.now)
        circle.run(for: .seconds(5))
        #expect(circle.failures == [.tooManyAlternates])
        #expect(circle.sent.count == 4)
    }

    @Test("what an earlier process left at this address is given back first")
    func mismatch() {
        var scene = TURNScene.allocated()
        let configuration = AllocationConfiguration(
            server: scene.server.address, local: TURNScene.client,
            credentials: TURNCredentials(username: "me", password: "secret"))
        scene.allocation = Allocation(configuration, random: SeededGenerator(seed: 99))
        scene.allocation.start(now: scene.now)
        scene.run(for: .seconds(1))
        #expect(scene.allocation.state == .allocated)
        #expect(scene.server.counters.released == 1)
        #expect(scene.server.relayedAddresses.count == 1)
    }

    @Test(
        "at an IPv6 server a relayed address of that family, or any other when it has none", arguments: [false, true])
    func family(_ lacksIPv6: Bool) {
        var scene = TURNScene()
        let address = TransportAddress(testing: "2001:db8::1 3478")
        scene.servers = [.init(address, passwords: ["me": "secret"])]
        scene.server.lacksIPv6 = lacksIPv6
        let configuration = AllocationConfiguration(
            server: address, local: TURNScene.client,
            credentials: TURNCredentials(username: "me", password: "secret"))
        scene.allocation = Allocation(configuration, random: SeededGenerator(seed: 3))
        scene.allocation.start(now: scene.now)
        scene.run(for: .seconds(1))
        #expect(scene.allocation.state == .allocated)
        #expect(scene.count(of: STUNMethod.allocate) == (lacksIPv6 ? 3 : 2))
    }

    @Test("it is given back when it is closed")
    func close() {
        var scene = TURNScene.allocated()
        scene.allocation.close(now: scene.now)
        #expect(scene.allocation.timeout == nil)
        scene.run(for: .seconds(1))
        #expect(scene.server.counters.released == 1)
        #expect(scene.server.relayedAddresses.isEmpty)
    }

    @Test("an ended stream ends it")
    func streamEnds() {
        var scene = TURNScene.allocated(transport: .turnTCP)
        scene.allocation.streamClosed()
        scene.drain()
        #expect(scene.failures == [.streamEnded])
        #expect(scene.allocation.timeout == nil)
    }

    @Test("no description shows the password")
    func secrecy() {
        let credentials = TURNCredentials(username: "me", password: "hush-hush")
        let configuration = AllocationConfiguration(
            server: TURNScene.peer, local: TURNScene.client, credentials: credentials)
        let allocation = Allocation(configuration, random: SeededGenerator(seed: 1))
        var dumped = ""
        dump(allocation, to: &dumped)
        let texts = ["\(credentials)", "\(configuration)", "\(allocation)", String(reflecting: credentials), dumped]
        #expect(texts.allSatisfy { !$0.contains("hush") })
    }
}

extension TransportAddress {
    /// From `ip port`, in a test that knows what it writes.
    init(testing text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, let ip = IPAddress(words[0]), let port = UInt16(words[1]) else {
            preconditionFailure("a test address is written as 'ip port'")
        }
        self.init(ip: ip, port: port)
    }
}
