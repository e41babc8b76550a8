import Foundation
import Redis
import SQL
import Servers
import Store

/// The checkpoint stores that must behave alike.
enum CheckpointBackend: String, CaseIterable, Sendable {
    case memory, sqlite, postgresql, redis

    /// Runs the body with a fresh store, and something that spoils or plants a checkpoint's bytes behind its back.
    func use(_ body: (any CheckpointStore, any CheckpointVandal) async throws -> Void) async throws {
        switch self {
        case .memory: try await body(MemoryCheckpointStore(), HarmlessVandal())
        case .sqlite, .postgresql:
            try await (self == .sqlite ? Backend.sqlite : .postgresql).use(handles: 1) { handles in
                let database = Database(handles[0], zone: .gmt, now: Workshop.now)
                try await database.prepare()
                try await body(SQLCheckpointStore(database), RowVandal(sql: handles[0]))
            }
        case .redis:
            let client = try RedisClient(url: try await RedisServer.shared.value.url())
            do {
                try await body(RedisCheckpointStore(client), HashVandal(client: client))
                await client.close()
            } catch {
                await client.close()
                throw error
            }
        }
    }
}

/// Writes into a store what the store would not.
protocol CheckpointVandal: Sendable {
    /// Whether it can.
    var isArmed: Bool { get }

    func spoil(_ sequence: Int, of session: String) async throws
}

struct HarmlessVandal: CheckpointVandal {
    var isArmed: Bool { false }
    func spoil(_ sequence: Int, of session: String) {}
}

struct RowVandal: CheckpointVandal {
    let sql: any SQLDatabase
    var isArmed: Bool { true }

    func spoil(_ sequence: Int, of session: String) async throws {
        _ = try await sql.write { transaction in
            try transaction.execute(
                "UPDATE checkpoints SET payload = ? WHERE session = ? AND sequence = ?",
                [Array("spoilt".utf8), session, sequence])
        }
    }
}

struct HashVandal: CheckpointVandal {
    let client: RedisClient
    var isArmed: Bool { true }

    func spoil(_ sequence: Int, of session: String) async throws {
        try await client.command(["HSET", "checkpoints:\(session)", sequence, "spoilt"])
    }
}
