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

    @Test("holds no more than its capacity")
    func capacity() {
        var network = SimulatedNetwork(seed: 7, capacity: 10)
        #expect(arrivals(&network).count == 10)
        #expect(network.lost == 990)
    }
}
