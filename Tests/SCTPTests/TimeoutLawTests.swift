import SCTP
import Simulation
import Testing
import Timing

@Suite("The laws of time") struct TimeoutLawTests {
    /// Associations in many states, caught in the middle of a lossy exchange, drained.
    static func moments(_ seed: UInt64) throws -> [AssociationPair] {
        var pair = AssociationPair(
            seed: seed, conditions: NetworkConditions(jitter: .milliseconds(20), loss: 0.2, reordering: 0.1))
        var moments: [AssociationPair] = []
        let reliable = pair[.client].open("_reliable", reliability: .reliable, ordered: true)
        let lossy = pair[.client].open("_lossy", reliability: .lossy(maxRetransmits: 0), ordered: false)
        moments.append(pair)
        pair.start(.client, .server)
        for number in 0..<40 {
            moments.append(pair)
            try pair[.client].send(Array(repeating: 1, count: number * 100), on: reliable, now: pair.now)
            try pair[.client].send([2], on: lossy, now: pair.now)
            pair.run(for: .milliseconds(37))
        }
        pair[.client].close(lossy)
        moments.append(pair)
        pair.run(for: .milliseconds(45))
        moments.append(pair)
        pair[.client].close()
        for _ in 0..<20 {
            moments.append(pair)
            pair.run(for: .milliseconds(200))
        }
        return moments
    }

    @Test("draining changes no timeout, and a drained association stays drained", arguments: [1, 2, 3] as [UInt64])
    func draining(_ seed: UInt64) throws {
        for moment in try Self.moments(seed) {
            for end in AssociationPair.End.allCases {
                var association = moment[end]
                while association.pollOutput() != nil {}
                let timeout = association.timeout
                #expect(association.pollOutput() == nil)
                #expect(association.timeout == timeout)
            }
        }
    }

    @Test("waking at the timeout makes progress", arguments: [1, 2, 3] as [UInt64])
    func progress(_ seed: UInt64) throws {
        for moment in try Self.moments(seed) {
            for end in AssociationPair.End.allCases {
                var association = moment[end]
                while association.pollOutput() != nil {}
                guard let timeout = association.timeout else { continue }
                association.handleTimeout(now: timeout)
                let didSend = association.pollOutput() != nil
                while association.pollOutput() != nil {}
                #expect(didSend || association.timeout.map { $0 > timeout } ?? true)
            }
        }
    }

    @Test("waking early changes nothing", arguments: [1, 2, 3] as [UInt64])
    func early(_ seed: UInt64) throws {
        for moment in try Self.moments(seed) {
            for end in AssociationPair.End.allCases {
                var association = moment[end]
                while association.pollOutput() != nil {}
                guard let timeout = association.timeout, timeout > moment.now else { continue }
                association.handleTimeout(now: timeout - .nanoseconds(1))
                #expect(association.pollOutput() == nil)
                #expect(association.timeout == timeout)
            }
        }
    }

    @Test("time that runs backwards is not followed")
    func backwards() throws {
        var pair = AssociationPair.connected()
        let channel = pair[.client].open("x", reliability: .reliable, ordered: true)
        pair.run(for: .seconds(1))
        pair.network.isDown = true
        pair[.client].handleTimeout(now: pair.now)
        try pair[.client].send([1], on: channel, now: .origin)
        #expect(try #require(pair[.client].timeout) > pair.now)
    }
}
