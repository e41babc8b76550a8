import Foundation
import Redis
import Servers
import Store
import Testing

@Suite("Holdings, whoever keeps them") struct HoldingsTests {
    private typealias Setup = ExchangeBackend
    private let now = Workshop.now

    @Test("of fifty who claim a session one has it", arguments: ExchangeBackend.allCases)
    func contenders(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let (holdings, session) = (exchanges[0].holdings, Setup.session())
            let won = try await withThrowingTaskGroup(of: Holding?.self) { group in
                for number in 1...50 {
                    group.addTask { try await holdings.claim(session, by: "process_\(number)", now: now) }
                }
                return try await group.reduce(into: [Holding]()) { if let holding = $1 { $0.append(holding) } }
            }
            #expect(won.count == 1)
            #expect(try await holdings.holder(of: session, now: now) == won.first)
            #expect(won.first?.epoch == 1)
        }
    }

    @Test(
        "who has it gets the same again; who let go has it no more; the epoch rises",
        arguments: ExchangeBackend.allCases)
    func epochs(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let (holdings, session) = (exchanges[0].holdings, Setup.session())
            let first = try #require(try await holdings.claim(session, by: "a", now: now))
            #expect(try await holdings.claim(session, by: "a", now: now) == first)
            #expect(try await holdings.claim(session, by: "b", now: now) == nil)
            #expect(try await holdings.renew(first, now: now))
            await holdings.release(first)
            #expect(try await !holdings.renew(first, now: now))
            #expect(try await holdings.holder(of: session, now: now) == nil)
            let second = try #require(try await holdings.claim(session, by: "b", now: now))
            #expect(second.epoch > first.epoch)
            await holdings.release(first)
            #expect(try await holdings.holder(of: session, now: now) == second)
            #expect(try await !holdings.renew(first, now: now))
        }
    }

    @Test(
        "a holding ends ten seconds after it was renewed, and goes on when nobody else came",
        arguments: [ExchangeBackend.memory, .sqlite, .postgresql])
    func expiry(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let (holdings, session) = (exchanges[0].holdings, Setup.session())
            let first = try #require(try await holdings.claim(session, by: "a", now: now))
            #expect(try await holdings.renew(first, now: now + 9))
            #expect(try await holdings.claim(session, by: "b", now: now + 18.9) == nil)
            #expect(try await holdings.holder(of: session, now: now + 19) == nil)
            #expect(try await holdings.renew(first, now: now + 30), "nobody else came")
            let second = try #require(try await holdings.claim(session, by: "b", now: now + 40))
            #expect(second.epoch == first.epoch + 1)
            #expect(try await !holdings.renew(first, now: now + 41))
        }
    }

    @Test("in Redis a holding ends by the server's clock, and outlives a server that forgot it")
    func serverTime() async throws {
        let server = try await RedisServer.start()
        let client = try RedisClient(url: server.url())
        let short = RedisHoldings(client, lifetime: 0.05)
        let session = Setup.session()
        let first = try #require(try await short.claim(session, by: "a", now: now))
        while try await short.holder(of: session, now: now) != nil {}
        let long = RedisHoldings(client)
        let second = try #require(try await long.claim(session, by: "b", now: now))
        #expect(second.epoch == first.epoch + 1)
        #expect(try await !long.renew(first, now: now))
        try await server.restart()
        #expect(try await long.renew(second, now: now))
        #expect(try await long.claim(session, by: "a", now: now) == nil)
        #expect(try await long.holder(of: session, now: now) == second)
        try await server.restart()
        let late = RedisHoldings(client) { _ in 7 }
        #expect(try await late.claim(session, by: "c", now: now)?.epoch == 8, "not below what the database knows")
        await client.close()
        await server.end()
    }
}
