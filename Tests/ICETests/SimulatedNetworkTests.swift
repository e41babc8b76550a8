import Simulation
import Testing
import Timing
import Wire

@Suite("The simulated network") struct SimulatedNetworkTests {
    private static let here = TransportAddress(testing: "10.0.0.1 1")
    private static let there = TransportAddress(testing: "10.0.0.2 2")

    /// Sends numbered datagrams, one per millisecond, and returns the numbers as they arrive.
    private func arrivals(_ network: inout SimulatedNetwork, count: Int = 1000) -> [Int] {
        for number in 0..<count {
            let payload = [UInt8(number >> 8), UInt8(number & 0xFF)]
            network.send(
                Datagram(local: Self.here, remote: Self.there, payload: payload), now: .origin + .milliseconds(number))
        }
        return network.deliver(now: .origin + .seconds(60)).map { Int($0.payload[0]) << 8 | Int($0.payload[1]) }
    }

    @Test("delivers in order, after the latency, with the ends exchanged")
    func clean() {
        var network = SimulatedNetwork(seed: 1, conditions: NetworkConditions(jitter: .milliseconds(10)))
        #expect(network.nextArrival == nil)
        network.send(Datagram(local: Self.here, remote: Self.there, payload: [7]), now: .origin)
        let arrival = network.nextArrival ?? .origin
        #expect(arrival >= .origin + .milliseconds(20) && arrival <= .origin + .milliseconds(30))
        #expect(network.deliver(now: arrival - .nanoseconds(1)).isEmpty)
        #expect(network.deliver(now: arrival) == [Datagram(local: Self.there, remote: Self.here, payload: [7])])
        #expect(network.nextArrival == nil)
        #expect(arrivals(&network) == Array(0..<1000))
    }

    @Test("loses, doubles and reorders about as often as it is told")
    func rough() {
        let conditions = NetworkConditions(loss: 0.2, duplication: 0.1, reordering: 0.1)
        var network = SimulatedNetwork(seed: 2, conditions: conditions)
        let arrived = arrivals(&network)
        #expect((150...250).contains(network.lost))
        #expect((50...110).contains(arrived.count - Set(arrived).count))
        #expect(arrived != arrived.sorted())
        #expect(network.delivered == arrived.count)
    }

    @Test("the same seed gives the same course, another seed another one")
    func seeds() {
        let courses = ([3, 3, 4] as [UInt64]).map { seed in
            var network = SimulatedNetwork(seed: seed, conditions: .rough)
            return arrivals(&network)
        }
        #expect(courses[0] == courses[1])
        #expect(courses[0] != courses[2])
    }

    @Test("a cut path loses everything one way, and only that way")
    func cut() {
        var network = SimulatedNetwork(seed: 5)
        network.cutPaths = [NetworkPath(from: Self.here, to: Self.there)]
        #expect(arrivals(&network).isEmpty)
        network.send(Datagram(local: Self.there, remote: Self.here, payload: [1]), now: .origin)
        #expect(network.deliver(now: .origin + .seconds(1)).count == 1)
    }

    @Test("a translator shows one address outside and leads back inside")
    func translation() {
        var network = SimulatedNetwork(seed: 6)
        let outside = TransportAddress(testing: "203.0.113.1 9")
        network.translations = [Self.here: outside]
        network.send(Datagram(local: Self.here, remote: Self.there, payload: [1]), now: .origin)
        #expect(network.deliver(now: .origin + .seconds(1)).map(\.remote) == [outside])
        network.send(Datagram(local: Self.there, remote: outside, payload: [2]), now: .origin)
        #expect(network.deliver(now: .origin + .seconds(2)).map(\.local) == [Self.here])
    }

    @Test("a stream loses, doubles and reorders nothing, but a firewall stops it")
    func stream() {
        let conditions = NetworkConditions(
            jitter: .milliseconds(20), loss: 0.5, duplication: 0.5, reordering: 0.5)
        var network = SimulatedNetwork(seed: 8, conditions: conditions)
        for number in 0..<UInt8(100) {
            let now = Instant.origin + .milliseconds(Int(number))
            network.send(Datagram(local: Self.here, remote: Self.there, transport: .tcp, payload: [number]), now: now)
        }
        let arrived = network.deliver(now: .origin + .seconds(9))
        #expect(arrived.map(\.payload) == (0..<UInt8(100)).map { [$0] })
        #expect(arrived.allSatisfy { $0.transport == .tcp })
        network.firewall = { $0.transport == .tcp }
        network.send(Datagram(local: Self.here, remote: Self.there, transport: .tcp, payload: [1]), now: .origin)
        #expect(network.datagramsInFlight == 0)
    }

    @Test(
        "a translator maps by host or by destination, lets in who was sent to, and forgets",
        arguments: [AddressTranslator.Mapping.endpointIndependent, .endpointDependent])
    func translator(_ mapping: AddressTranslator.Mapping) {
        var network = SimulatedNetwork(seed: 9)
        let outside = IPAddress.v4(0xCB00_7101)
        let elsewhere = TransportAddress(testing: "10.0.0.3 3")
        network.translators = [AddressTranslator(outside: outside, inside: [Self.here.ip], mapping: mapping)]
        func arrive(_ network: inout SimulatedNetwork, from source: TransportAddress, to destination: TransportAddress)
            -> Datagram?
        {
            network.send(Datagram(local: source, remote: destination, payload: [1]), now: .origin)
            return network.deliver(now: .origin + .seconds(1)).first
        }
        let seen = [Self.there, elsewhere].compactMap { arrive(&network, from: Self.here, to: $0)?.remote }
        #expect(seen.count == 2 && seen.allSatisfy { $0.ip == outside })
        #expect((seen[0] == seen[1]) == (mapping == .endpointIndependent))
        #expect(arrive(&network, from: Self.there, to: seen[0])?.local == Self.here)
        let stranger = TransportAddress(testing: "10.0.0.9 9")
        #expect(arrive(&network, from: stranger, to: seen[0]) == nil)
        #expect(arrive(&network, from: Self.there, to: Self.here) == nil)
        network.translators[0].rebind()
        #expect(arrive(&network, from: Self.there, to: seen[0]) == nil)
        #expect(arrive(&network, from: Self.here, to: Self.there)?.remote != seen[0])
    }

    @Test("holds no more than its capacity")
    func capacity() {
        var network = SimulatedNetwork(seed: 7, capacity: 10)
        #expect(arrivals(&network).count == 10)
        #expect(network.lost == 990)
    }
}
