import SCTP
import Simulation
import Testing
import Timing

@Suite("Lossy channels") struct LossyDeliveryTests {
    static let networks = ReliableDeliveryTests.networks

    @Test(
        "nothing is delivered twice, and nothing that arrived waits", arguments: networks, 1...4 as ClosedRange<UInt64>)
    func neverTwice(_ conditions: NetworkConditions, _ seed: UInt64) throws {
        var pair = AssociationPair.connected(seed: seed, conditions: conditions)
        let channel = pair[.client].open("_lossy", reliability: .lossy(maxRetransmits: 0), ordered: false)
        pair.run(for: .seconds(60)) { $0.events(of: .client).count == 2 }
        for number in 0..<200 {
            try pair[.client].send([UInt8(number)], on: channel, now: pair.now)
            pair.run(for: .milliseconds(10))
        }
        pair.run(for: .seconds(30))
        let arrived = pair.messages(of: .server)
        #expect(Set(arrived).count == arrived.count)
        let expected = 200 * (1 - conditions.loss)
        #expect(Double(arrived.count) > expected * 0.8)
        #expect(pair[.client].bufferedAmount(of: channel) == 0, "what was lost is given up")
    }

    @Test("a lossless network loses nothing on a lossy channel")
    func clean() throws {
        var pair = AssociationPair.connected()
        let channel = pair[.client].open("_lossy", reliability: .lossy(maxRetransmits: 0), ordered: false)
        for number in 0..<100 {
            try pair[.client].send([UInt8(number)], on: channel, now: pair.now)
            pair.run(for: .milliseconds(10))
        }
        pair.run(for: .seconds(1))
        #expect(pair.messages(of: .server) == (0..<100).map { [UInt8($0)] })
    }

    @Test(
        "an ordered lossy channel skips what is lost and keeps its order", arguments: networks, [7, 8, 9] as [UInt64])
    func ordered(_ conditions: NetworkConditions, _ seed: UInt64) throws {
        var pair = AssociationPair.connected(seed: seed, conditions: conditions)
        let channel = pair[.server].open("ticks", reliability: .lossy(maxRetransmits: 0), ordered: true)
        pair.run(for: .seconds(60)) { $0.events(of: .server).count == 2 }
        for number in 0..<150 {
            try pair[.server].send([UInt8(number)], on: channel, now: pair.now)
            pair.run(for: .milliseconds(20))
        }
        pair.run(for: .seconds(30))
        let arrived = pair.messages(of: .client).map { $0[0] }
        #expect(arrived == arrived.sorted() && Set(arrived).count == arrived.count)
        #expect(arrived.count > 75)
    }

    @Test("a large lossy message is given up whole, and the next one arrives", arguments: 1...10 as ClosedRange<UInt64>)
    func largeGivenUp(_ seed: UInt64) throws {
        let conditions = NetworkConditions(loss: 0.1)
        var pair = AssociationPair.connected(seed: seed, conditions: conditions)
        let lossy = pair[.client].open("_lossy", reliability: .lossy(maxRetransmits: 0), ordered: false)
        let reliable = pair[.client].open("_reliable", reliability: .reliable, ordered: true)
        pair.run(for: .seconds(60)) { $0.events(of: .client).count == 3 }
        for _ in 0..<5 {
            try pair[.client].send(Array(repeating: 9, count: 40_000), on: lossy, now: pair.now)
        }
        try pair[.client].send([1], on: reliable, now: pair.now)
        pair.run(for: .seconds(60))
        #expect(pair.messages(of: .server).filter { $0 == [1] }.count == 1)
        #expect(pair.messages(of: .server).allSatisfy { $0 == [1] || $0.count == 40_000 })
        #expect(pair[.client].bufferedAmount(of: lossy) == 0)
    }

    @Test("a lost lossy message does not hold up a reliable channel")
    func independent() throws {
        var pair = AssociationPair.connected()
        let lossy = pair[.client].open("_lossy", reliability: .lossy(maxRetransmits: 0), ordered: false)
        let reliable = pair[.client].open("_reliable", reliability: .reliable, ordered: true)
        pair.run(for: .seconds(1))
        pair.dropped[0] = [pair.packets[0].count]
        try pair[.client].send([1], on: lossy, now: pair.now)
        try pair[.client].send([2], on: reliable, now: pair.now)
        pair.run(for: .milliseconds(25))
        #expect(pair.messages(of: .server) == [[2]])
        pair.run(for: .seconds(2))
        #expect(pair.messages(of: .server) == [[2]])
        #expect(pair[.client].bufferedAmount(of: lossy) == 0)
    }

    @Test("a lossy message does not queue behind a heap of reliable ones")
    func turns() throws {
        var pair = AssociationPair.connected()
        let lossy = pair[.client].open("_lossy", reliability: .lossy(maxRetransmits: 0), ordered: false)
        let reliable = pair[.client].open("_reliable", reliability: .reliable, ordered: true)
        pair.run(for: .seconds(1))
        for _ in 0..<30 {
            try pair[.client].send(Array(repeating: 1, count: 20_000), on: reliable, now: pair.now)
        }
        try pair[.client].send([2], on: lossy, now: pair.now)
        pair.run(for: .seconds(10)) { $0.messages(of: .server).contains([2]) }
        #expect(pair.messages(of: .server).count < 5)
    }

    @Test("a message whose lifetime is over is not sent")
    func lifetime() throws {
        var pair = AssociationPair.connected()
        let channel = pair[.client].open("live", reliability: .timed(maxLifetime: .milliseconds(300)), ordered: false)
        pair.run(for: .seconds(1))
        pair.network.isDown = true
        try pair[.client].send([1], on: channel, now: pair.now)
        pair.run(for: .seconds(3))
        pair.network.isDown = false
        try pair[.client].send([2], on: channel, now: pair.now)
        pair.run(for: .seconds(3))
        #expect(pair.messages(of: .server) == [[2]])
    }
}
