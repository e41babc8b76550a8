import Foundation
import Redis
import Servers
import Testing

@testable import Access

@Suite("Quotas") struct QuotaTests {
    enum Kind: String, CaseIterable, Sendable {
        case memory, redis

        func use(_ body: (any QuotaLedger) async throws -> Void) async throws {
            guard self == .redis else { return try await body(MemoryQuotaLedger()) }
            let client = try RedisClient(url: try await RedisServer.shared.value.url())
            try await body(RedisQuotaLedger(client))
            await client.close()
        }
    }

    private let start = Door.start

    @Test(
        "there are as many places as the specification says, and a place given back is free", arguments: Kind.allCases)
    func places(_ kind: Kind) async throws {
        try await kind.use { ledger in
            for (quota, limit) in [(Quota.sessions, 10), (.sockets, 20), (.streams, 9)] {
                let holder = "places"
                for number in 0..<limit { #expect(await ledger.take(quota, by: holder, for: "\(number)", now: start)) }
                #expect(await !ledger.take(quota, by: holder, for: "more", now: start))
                #expect(await ledger.take(quota, by: holder, for: "0", now: start))
                #expect(await ledger.take(quota, by: "somebody else", for: "0", now: start))
                await ledger.giveBack(quota, by: holder, for: "3")
                await ledger.giveBack(quota, by: holder, for: "never taken")
                #expect(await ledger.take(quota, by: holder, for: "more", now: start))
                #expect(await !ledger.take(quota, by: holder, for: "and more", now: start))
            }
        }
    }

    @Test("a place that nobody renews is free when its time is over", arguments: Kind.allCases)
    func expiry(_ kind: Kind) async throws {
        try await kind.use { ledger in
            for number in 0..<9 { #expect(await ledger.take(.streams, by: "expiry", for: "\(number)", now: start)) }
            let soon = start.addingTimeInterval(60)
            #expect(await ledger.take(.streams, by: "expiry", for: "0", now: soon))
            let later = start.addingTimeInterval(Quota.streams.lifetime + 1)
            for number in 1..<9 { #expect(await ledger.take(.streams, by: "expiry", for: "new \(number)", now: later)) }
            #expect(await !ledger.take(.streams, by: "expiry", for: "one more", now: later))
        }
    }

    @Test("memory holds so many holders; one more is refused until others are gone")
    func bounded() async {
        let ledger = MemoryQuotaLedger(capacity: 2)
        #expect(await ledger.take(.sockets, by: "a", for: "1", now: start))
        #expect(await ledger.take(.sockets, by: "b", for: "1", now: start))
        #expect(await !ledger.take(.sockets, by: "c", for: "1", now: start))
        await ledger.giveBack(.sockets, by: "a", for: "1")
        #expect(await ledger.take(.sockets, by: "c", for: "1", now: start))
        #expect(await ledger.take(.sockets, by: "d", for: "1", now: start.addingTimeInterval(121)))
    }
}
