import SCTP
import Simulation
import Testing
import Timing

@Suite("Reliable channels") struct ReliableDeliveryTests {
    static let networks: [NetworkConditions] = [
        .clean,
        NetworkConditions(jitter: .milliseconds(20), loss: 0.1, duplication: 0.05, reordering: 0.1),
        NetworkConditions(jitter: .milliseconds(40), loss: 0.3, duplication: 0.1, reordering: 0.2),
    ]

    @Test("every message arrives once and in order", arguments: networks, 1...5 as ClosedRange<UInt64>)
    func complete(_ conditions: NetworkConditions, _ seed: UInt64) throws {
        var pair = AssociationPair.connected(seed: seed, conditions: conditions)
        var random = SeededGenerator(seed: seed)
        let channel = pair[.client].open("_reliable", reliability: .reliable, ordered: true)
        let messages = (0..<60).map { number in
            [UInt8(number)] + random.bytes(Int.random(in: 0...3000, using: &random))
        }
        for message in messages {
            try pair[.client].send(message, on: channel, now: pair.now)
            pair.run(for: .milliseconds(15))
        }
        pair.run(for: .seconds(600)) { $0.messages(of: .server).count >= messages.count }
        #expect(pair.messages(of: .server) == messages)
        pair.run(for: .seconds(120))
        #expect(pair.messages(of: .server).count == messages.count)
        #expect(pair[.client].bufferedAmount(of: channel) == 0)
    }

    @Test("both directions at once do not disturb each other", arguments: [11, 12, 13] as [UInt64])
    func bothDirections(_ seed: UInt64) throws {
        var pair = AssociationPair.connected(seed: seed, conditions: Self.networks[1])
        let forth = pair[.client].open("_reliable", reliability: .reliable, ordered: true)
        let back = pair[.server].open("_reliable", reliability: .reliable, ordered: true)
        #expect(forth == 0 && back == 1)
        let messages = (0..<40).map { Array(repeating: UInt8($0), count: 500 + $0 * 40) }
        for message in messages {
            try pair[.client].send(message, on: forth, now: pair.now)
            try pair[.server].send(message, on: back, now: pair.now)
        }
        pair.run(for: .seconds(300)) {
            $0.messages(of: .server).count == messages.count && $0.messages(of: .client).count == messages.count
        }
        #expect(pair.messages(of: .server) == messages)
        #expect(pair.messages(of: .client) == messages)
    }

    @Test("an unordered reliable channel delivers everything once", arguments: networks)
    func unordered(_ conditions: NetworkConditions) throws {
        var pair = AssociationPair.connected(seed: 21, conditions: conditions)
        let channel = pair[.client].open("bag", reliability: .reliable, ordered: false)
        pair.run(for: .seconds(60)) { $0.events(of: .client).count == 2 }
        let messages = (0..<80).map { Array(repeating: UInt8($0), count: 1 + $0 * 30) }
        for message in messages { try pair[.client].send(message, on: channel, now: pair.now) }
        pair.run(for: .seconds(600)) { $0.messages(of: .server).count >= messages.count }
        #expect(pair.messages(of: .server).sorted { $0[0] < $1[0] } == messages)
    }

    @Test("a message of 65 535 bytes crosses a lossy network whole", arguments: networks)
    func large(_ conditions: NetworkConditions) throws {
        var pair = AssociationPair.connected(seed: 31, conditions: conditions)
        var random = SeededGenerator(seed: 31)
        let channel = pair[.client].open("_reliable", reliability: .reliable, ordered: true)
        let message = random.bytes(65_535)
        for _ in 0..<3 { try pair[.client].send(message, on: channel, now: pair.now) }
        #expect(pair[.client].bufferedAmount(of: channel) > 3 * 65_535 - 1)
        pair.run(for: .seconds(600)) { $0.messages(of: .server).count == 3 }
        #expect(pair.messages(of: .server) == [message, message, message])
    }

    @Test("no packet exceeds 1191 bytes")
    func packetSize() throws {
        var pair = AssociationPair.connected(seed: 41, conditions: Self.networks[2])
        let channel = pair[.client].open("_reliable", reliability: .reliable, ordered: true)
        for size in [1, 1150, 1160, 1161, 20_000] {
            try pair[.client].send(Array(repeating: 7, count: size), on: channel, now: pair.now)
        }
        pair.run(for: .seconds(60))
        #expect(pair.messages(of: .server).map(\.count) == [1, 1150, 1160, 1161, 20_000])
        #expect(pair.packets.joined().allSatisfy { $0.count <= 1191 })
    }

    @Test("small messages share packets")
    func bundling() throws {
        var pair = AssociationPair.connected()
        let channel = pair[.client].open("_reliable", reliability: .reliable, ordered: true)
        let before = pair.packets[0].count
        // Two fill the first window of flight singly; what waits behind them is bundled.
        for number in 0..<200 {
            try pair[.client].send(Array(repeating: UInt8(number), count: 100), on: channel, now: pair.now)
        }
        pair.run(for: .seconds(2))
        #expect(pair.messages(of: .server).count == 200)
        #expect(pair.packets[0].count - before < 100)
    }
}
