import Conversation
import Document
import Foundation
import Redis
import SQL
import Servers
import Store
import Supervision

/// The exchanges that must behave alike.
enum ExchangeBackend: String, CaseIterable, Sendable {
    case memory, sqlite, postgresql, redis

    /// Runs the body with an exchange as each of some processes sees it. Without Redis they are one process.
    func use(processes: Int = 1, _ body: ([Exchange]) async throws -> Void) async throws {
        switch self {
        case .memory: try await body(Array(repeating: .inProcess { Workshop.now }, count: processes))
        case .sqlite, .postgresql:
            try await (self == .sqlite ? Backend.sqlite : .postgresql).use(handles: 1) { handles in
                let exchange = Exchange.inProcess(database: try await Self.database(handles[0])) { Workshop.now }
                try await body(Array(repeating: exchange, count: processes))
                await exchange.upkeep.close()
            }
        case .redis:
            try await Self.redis(try await RedisServer.shared.value.url(), processes: processes, body)
        }
    }

    /// Processes that share a Redis server and a SQLite file.
    static func redis(
        _ url: String, processes: Int = 1, dataFolder: String? = nil, _ body: ([Exchange]) async throws -> Void
    ) async throws {
        try await Backend.sqlite.use(handles: processes) { handles in
            var exchanges: [Exchange] = []
            for handle in handles {
                let process = process(in: dataFolder)
                exchanges.append(
                    try .shared(database: try await database(handle), redis: url, process: process))
            }
            do {
                try await body(exchanges)
            } catch {
                for exchange in exchanges { await exchange.upkeep.close() }
                throw error
            }
            for exchange in exchanges { await exchange.upkeep.close() }
        }
    }

    /// One that waits for a busy machine: no time limit decides a result.
    static func process(in dataFolder: String? = nil) -> SharedProcess {
        var process = SharedProcess("process_\(UUID().uuidString)", dataFolder: dataFolder, clock: { Workshop.now })
        process.patience = .seconds(60)
        process.lifetime = 600
        return process
    }

    static func database(_ handle: any SQLDatabase) async throws -> Database {
        let database = Database(handle, zone: .gmt, now: Workshop.now)
        try await database.prepare()
        return database
    }

    /// An id that no other test has.
    static func session() -> String { "sess_\(UUID().uuidString.lowercased())" }

    static func event(_ session: String, _ number: Int) -> SessionEvent {
        SessionEvent(session, .latency(Latency(llmMs: number)))
    }

    static func command(
        _ id: String, _ session: String, at now: Date = Workshop.now, timeToLive: TimeInterval = 30
    ) -> Command {
        Command(
            id: id, session: session, by: Principal(id: "usr_ann", role: .supervisor), .note(id), at: now,
            timeToLive: timeToLive)
    }
}

extension LoggedEvent {
    /// What `ExchangeBackend.event` was made with.
    var number: Int? { frame["data"]?["llm_ms"]?.int }
}

extension AsyncStream where Element: Sendable {
    /// The next elements; fewer when it ends before.
    func first(_ count: Int) async -> [Element] {
        var found: [Element] = []
        guard count > 0 else { return found }
        for await element in self {
            found.append(element)
            if found.count == count { break }
        }
        return found
    }
}
