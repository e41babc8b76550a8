import Conversation
import Foundation
import SQL
import Servers
import Store
import Supervision
import Testing

@Suite("Events that are kept") struct ArchiveTests {
    private typealias Setup = ExchangeBackend
    private let now = Workshop.now

    /// A log whose live part holds eight events.
    private func small(_ database: Database) -> (log: ArchivedEventLog, archive: EventArchive) {
        let archive = EventArchive(database)
        return (ArchivedEventLog(MemoryEventLog(capacity: 8) { archive.take($0) }, archive: archive), archive)
    }

    @Test("what the live log no longer holds is read from the database, without a seam", arguments: Backend.allCases)
    func older(backend: Backend) async throws {
        try await backend.use(handles: 1) { handles in
            let (log, archive) = small(try await Setup.database(handles[0]))
            let session = Setup.session()
            for number in 1...700 { await log.append(Setup.event(session, number), at: now) }
            let early = await log.subscribe(to: session, from: 1)
            #expect(await log.events(of: session, after: 0).map(\.number) == Array(1...700))
            await archive.flush()
            for number in 701...720 { await log.append(Setup.event(session, number), at: now) }
            #expect(await early.first(720).map(\.number) == Array(1...720))
            #expect(await log.events(of: session, after: 300, limit: 5).map(\.number) == Array(301...305))
            #expect(await log.extent(of: session) == LogExtent(oldest: 1, last: 720))
            #expect(archive.lost == 0)
        }
    }

    @Test("a process that goes on with a session numbers on", arguments: Backend.allCases)
    func continued(backend: Backend) async throws {
        try await backend.use(handles: 2) { handles in
            let session = Setup.session()
            let (before, archive) = small(try await Setup.database(handles[0]))
            for number in 1...3 { await before.append(Setup.event(session, number), at: now) }
            await archive.flush()
            let (after, second) = small(try await Setup.database(handles[1]))
            #expect(await after.append(Setup.event(session, 4), at: now).sequence == 4)
            await second.flush()
            #expect(await after.subscribe(to: session, from: 2).first(3).map(\.number) == [2, 3, 4])
        }
    }

    @Test("a reader waits for what fills a hole: two processes write one session, and one of them later")
    func hole() async throws {
        try await Backend.sqlite.use(handles: 1) { handles in
            let database = try await Setup.database(handles[0])
            let (reader, writers) = (small(database).log, [EventArchive(database), EventArchive(database)])
            let session = Setup.session()
            func write(_ number: Int, by writer: Int) async {
                writers[writer].take(LoggedEvent(Setup.event(session, number), sequence: number, at: now))
                await writers[writer].flush()
            }
            for number in [1, 2, 4] { await write(number, by: number == 4 ? 1 : 0) }
            var events = await reader.subscribe(to: session, from: 1).makeAsyncIterator()
            for number in 1...2 { #expect(await events.next()?.sequence == number) }
            await write(3, by: 0)
            for number in 3...4 { #expect(await events.next()?.sequence == number) }
        }
    }

    @Test("a database that is away stops nobody, and gets everything when it is back")
    func outage() async throws {
        let server = try await PostgreSQLServer.start()
        let database = Database(
            try PostgreSQLDatabase(url: try await server.createDatabase()), zone: .gmt, now: now)
        try await database.prepare()
        let (log, archive) = small(database)
        let session = Setup.session()
        for number in 1...5 { await log.append(Setup.event(session, number), at: now) }
        await archive.flush()
        await server.stop()
        for number in 6...10 { await log.append(Setup.event(session, number), at: now) }
        await archive.flush()
        #expect(archive.isDegraded)
        for number in 11...20 { await log.append(Setup.event(session, number), at: now) }
        #expect(await log.events(of: session, after: 5).map(\.number) == Array(6...20), "from what waits")
        try await server.restart()
        while archive.isDegraded { await archive.flush() }
        let (other, _) = small(database)
        #expect(await other.events(of: session, after: 0).map(\.number) == Array(1...20))
        #expect(archive.lost == 0)
        await database.close()
        await server.end()
    }

    @Test("what was taken before a flush is written when it returns, whoever writes just then")
    func flushed() async throws {
        let database = try Database(now: now)
        try await database.prepare()
        // What is not flushed is never written.
        let archive = EventArchive(database) { try? await Task.sleep(for: .seconds(3_600)) }
        let log = MemoryEventLog(capacity: 8) { archive.take($0) }
        let session = Setup.session()
        for number in 1...400 {
            async let other: Void = archive.flush()
            log.append(Setup.event(session, number), at: now)
            await archive.flush()
            #expect(try await database.sequences(of: session).count == number)
            await other
        }
    }

    @Test("an event that no database takes keeps no other from being kept", arguments: Backend.allCases)
    func poison(backend: Backend) async throws {
        try await backend.use(handles: 1) { handles in
            let database = try await Setup.database(handles[0])
            let (log, archive) = small(database)
            let session = Setup.session()
            await log.append(Setup.event(session, 1), at: now)
            await log.append(Setup.event("sess_\0", 1), at: now)
            await log.append(Setup.event(session, 2), at: now)
            await archive.flush()
            #expect(!archive.isDegraded)
            #expect(await small(database).log.events(of: session, after: 0).map(\.number) == [1, 2])
        }
    }

    @Test("beyond what may wait the oldest is lost, and counted")
    func overflow() async throws {
        try await Backend.sqlite.use(handles: 1) { handles in
            let database = try await Setup.database(handles[0])
            await database.close()
            let archive = EventArchive(database, capacity: 100) { try? await Task.sleep(for: .seconds(3_600)) }
            let log = MemoryEventLog { archive.take($0) }
            for number in 1...150 { log.append(Setup.event("sess_a", number), at: now) }
            await archive.flush()
            #expect(archive.isDegraded)
            #expect(archive.lost == 50)
        }
    }

    @Test("events of thirty days ago are forgotten, their session is not", arguments: Backend.allCases)
    func retention(backend: Backend) async throws {
        try await backend.use(handles: 1) { handles in
            let database = try await Setup.database(handles[0])
            let exchange = Exchange.inProcess(database: database) { Workshop.now + 30 * 86_400 + 60 }
            let session = Setup.session()
            let summary = SessionSummary(id: session, channel: .chat, startedAt: now)
            await exchange.log.append(SessionEvent(session, .lifecycle(summary)), at: now)
            await exchange.log.append(Setup.event(session, 2), at: now + 59)
            await exchange.log.append(Setup.event(session, 3), at: now + 61)
            await exchange.upkeep.flush()
            await exchange.upkeep.sweep()
            let fresh = Exchange.inProcess(database: database)
            #expect(await fresh.log.events(of: session, after: 0).map(\.sequence) == [3])
            #expect(await fresh.log.extent(of: session) == LogExtent(oldest: 3, last: 3))
            #expect(try await fresh.directory.record(of: session, in: Scope(viewer: .everybody))?.lastSequence == 3)
        }
    }
}
