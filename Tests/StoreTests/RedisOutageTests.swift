import Foundation
import Redis
import Servers
import Store
import Supervision
import Testing

@Suite("A Redis server that goes away in the middle of calls") struct RedisOutageTests {
    private typealias Setup = ExchangeBackend
    private let now = Workshop.now

    @Test("nothing that was appended is lost, and the order stays", arguments: [false, true])
    func outage(drainsFirst: Bool) async throws {
        let server = try await RedisServer.start()
        try await Setup.redis(server.url(), processes: 2) { exchanges in
            let (worker, api, session) = (exchanges[0], exchanges[1], Setup.session())
            _ = try #require(try await worker.holdings.claim(session, by: "worker", now: now))
            for number in 1...50 { await worker.log.append(Setup.event(session, number), at: now) }
            let stream = await api.log.subscribe(to: session, from: 1)
            await server.stop()
            for number in 51...100 {
                #expect(await worker.log.append(Setup.event(session, number), at: now).sequence == number)
            }
            #expect(worker.upkeep.isDegraded)
            #expect(await worker.log.events(of: session, after: 60).map(\.number) == Array(61...100))
            await #expect(throws: StoreError.self) { try await api.bus.send(Setup.command("cmd_1", session)) }
            try await server.restart()
            if drainsFirst { await worker.upkeep.flush() }
            for number in 101...150 { await worker.log.append(Setup.event(session, number), at: now) }
            await worker.upkeep.flush()
            #expect(!worker.upkeep.isDegraded)
            for exchange in exchanges {
                let read = await exchange.log.events(of: session, after: 0)
                #expect(read.map(\.sequence) == Array(1...150))
                #expect(read.map(\.number) == Array(1...150))
            }
            #expect(await stream.first(150).map(\.number) == Array(1...150))
        }
        await server.end()
    }

    @Test("what waited when its process ended is appended by the next one")
    func journal() async throws {
        let server = try await RedisServer.start()
        try await TemporaryFolder.use { folder in
            let session = Setup.session()
            try await Setup.redis(server.url(), dataFolder: folder) { exchanges in
                for number in 1...5 { await exchanges[0].log.append(Setup.event(session, number), at: now) }
                await exchanges[0].upkeep.flush()
                await server.stop()
                for number in 6...10 { await exchanges[0].log.append(Setup.event(session, number), at: now) }
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
            try await server.restart()
            try await Setup.redis(server.url(), dataFolder: folder) { exchanges in
                #expect(exchanges[0].upkeep.isDegraded)
                await exchanges[0].upkeep.flush()
                #expect(await exchanges[0].log.events(of: session, after: 0).map(\.number) == [6, 7, 8, 9, 10])
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
        await server.end()
    }

    @Test("a worker that lost its session writes no more")
    func fencing() async throws {
        let server = try await RedisServer.start()
        let client = try RedisClient(url: server.url())
        try await Setup.redis(server.url(), processes: 2) { exchanges in
            let (old, new, session) = (exchanges[0], exchanges[1], Setup.session())
            let first = try #require(try await old.holdings.claim(session, by: "old", now: now))
            await old.log.append(Setup.event(session, 1), at: now)
            // As if it had not renewed for ten seconds.
            try await client.command(["DEL", "lease:{\(session)}"])
            await old.log.append(Setup.event(session, 2), at: now)
            let second = try #require(try await new.holdings.claim(session, by: "new", now: now))
            #expect(second.epoch == first.epoch + 1)
            #expect(await old.log.append(Setup.event(session, -1), at: now).sequence == 0)
            #expect(await new.log.append(Setup.event(session, 3), at: now).sequence == 3)
            await old.holdings.release(first)
            // Anybody may tell of a session without holding it.
            #expect(await old.log.append(Setup.event(session, 4), at: now).sequence == 4)
            #expect(await new.log.events(of: session, after: 0).map(\.number) == [1, 2, 3, 4])
        }
        await client.close()
        await server.end()
    }

    @Test("a holder and a command that wait for each other find each other when the server is back")
    func commands() async throws {
        let server = try await RedisServer.start()
        try await Setup.redis(server.url(), processes: 2) { exchanges in
            let (worker, api, session) = (exchanges[0], exchanges[1], Setup.session())
            let holding = try #require(try await worker.holdings.claim(session, by: "worker", now: now))
            let stream = await worker.bus.commands(for: session)
            try await server.restart()
            #expect(try await worker.holdings.renew(holding, now: now))
            try await api.bus.send(Setup.command("cmd_1", session))
            #expect(await stream.first(1).map(\.id) == ["cmd_1"])
        }
        await server.end()
    }
}
