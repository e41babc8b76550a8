import Foundation
import Servers
import Store
import Testing

@Suite("Processes that are gone") struct LifelineTests {
    private let now = Workshop.now

    @Test("the session of a process that is gone is another's within a second; of one that is there, not")
    func succession() async throws {
        let server = try await RedisServer.start()
        func exchange(_ name: String) throws -> Exchange {
            var process = SharedProcess(name)
            // Nothing ends by itself, however long this test takes.
            process.lifetime = 600
            return try .shared(database: nil, redis: server.url(), process: process)
        }
        let (one, two) = (try exchange("one"), try exchange("two"))
        let first = try #require(try await one.holdings.claim("sess", by: "one", now: now))
        _ = try await one.workers.report(WorkerReport(id: "one", capacity: 1, load: 0, calls: 1), now: now)
        // Long enough to be taken for gone.
        for _ in 0..<25 {
            #expect(try await two.holdings.claim("sess", by: "two", now: now) == nil)
            #expect(try await two.workers.lost(now: now).isEmpty)
            try await Task.sleep(for: .milliseconds(100))
        }
        // What the system does when a process is killed: its connections close.
        await one.upkeep.close()
        var second: Holding?
        for _ in 0..<1_000 where second == nil {
            second = try await two.holdings.claim("sess", by: "two", now: now)
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(try #require(second).epoch > first.epoch)
        #expect(try await !one.holdings.renew(first, now: now), "what it still writes is refused")
        var lost: Set<String> = []
        for _ in 0..<100 where lost.isEmpty {
            lost = try await two.workers.lost(now: now)
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(lost == ["one"])
        await two.upkeep.close()
        await server.end()
    }

    @Test("a holder that nobody listens for is waited for as long as it holds")
    func withoutLifeline() async throws {
        try await ExchangeBackend.redis.use { exchanges in
            let session = ExchangeBackend.session()
            _ = try #require(try await exchanges[0].holdings.claim(session, by: "somebody", now: now))
            for _ in 0..<25 {
                #expect(try await !exchanges[0].holdings.bury(session, now: now))
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }
}
