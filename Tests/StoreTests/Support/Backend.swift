import Conversation
import Foundation
import SQL
import Servers
import Store

/// The databases that must behave alike.
enum Backend: String, CaseIterable, Sendable {
    case sqlite
    case postgresql

    /// Where a fresh database lies: a path of a file, or an address.
    private func place(in folder: String) async throws -> String {
        switch self {
        case .sqlite: folder + "/test.sqlite"
        case .postgresql: try await PostgreSQLServer.shared.value.createDatabase()
        }
    }

    private func open(_ place: String) throws -> any SQLDatabase {
        switch self {
        case .sqlite: try SQLiteDatabase(path: place)
        case .postgresql: try PostgreSQLDatabase(url: place)
        }
    }

    /// Runs the body with some handles on one fresh, empty database, as several programs would have.
    func use(handles: Int, _ body: ([any SQLDatabase]) async throws -> Void) async throws {
        try await TemporaryFolder.use { folder in
            let place = try await place(in: folder)
            let databases = try (0..<handles).map { _ in try open(place) }
            do {
                try await body(databases)
                for database in databases { await database.close() }
            } catch {
                for database in databases { await database.close() }
                throw error
            }
        }
    }

    /// Runs the body with the small house of `Workshop` in a fresh database.
    func house(_ body: (Database) async throws -> Void) async throws {
        try await use(handles: 1) { try await body(try await Workshop.open($0[0])) }
    }

    /// The same, through two handles.
    func twoHouses(_ body: (Database, Database) async throws -> Void) async throws {
        try await use(handles: 2) { handles in
            let first = try await Workshop.open(handles[0])
            try await body(first, Database(handles[1], zone: .gmt, now: Workshop.now))
        }
    }
}
