import Foundation
import SQL
import Servers

/// The databases that must behave alike.
enum Backend: String, CaseIterable, Sendable {
    case sqliteMemory
    case sqliteFile
    case postgresql

    /// Runs the body with a fresh, empty database.
    func use<Value>(_ body: (any SQLDatabase) async throws -> Value) async throws -> Value {
        switch self {
        case .sqliteMemory: try await Self.using(SQLiteDatabase(patience: .seconds(120)), body)
        case .postgresql:
            try await Self.using(
                PostgreSQLDatabase(url: PostgreSQLServer.shared.value.createDatabase(), settings: .patient), body)
        case .sqliteFile:
            try await TemporaryFolder.use { try await Self.using(SQLiteDatabase(path: $0 + "/test.sqlite"), body) }
        }
    }

    /// Runs the body with two handles on one fresh database, as two programs would have. Not in memory.
    func useTwo<Value>(_ body: (any SQLDatabase, any SQLDatabase) async throws -> Value) async throws -> Value {
        switch self {
        case .sqliteMemory:
            return try await use { try await body($0, $0) }
        case .postgresql:
            let url = try await PostgreSQLServer.shared.value.createDatabase()
            return try await Self.using(PostgreSQLDatabase(url: url, settings: .patient)) { one in
                try await Self.using(PostgreSQLDatabase(url: url, settings: .patient)) { try await body(one, $0) }
            }
        case .sqliteFile:
            return try await TemporaryFolder.use { folder in
                let path = folder + "/test.sqlite"
                return try await Self.using(SQLiteDatabase(path: path, patience: .seconds(120))) { one in
                    try await Self.using(SQLiteDatabase(path: path, patience: .seconds(120))) {
                        try await body(one, $0)
                    }
                }
            }
        }
    }

    private static func using<Value>(
        _ database: any SQLDatabase, _ body: (any SQLDatabase) async throws -> Value
    ) async throws -> Value {
        do {
            let value = try await body(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }
}

extension Backend {
    var dialect: SQLDialect {
        switch self {
        case .sqliteMemory, .sqliteFile: .sqlite
        case .postgresql: .postgresql
        }
    }
}
