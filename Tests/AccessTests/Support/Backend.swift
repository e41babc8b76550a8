import Foundation
import SQL
import Servers
import Store

/// The databases that must behave alike.
enum Backend: String, CaseIterable, Sendable {
    case sqlite
    case postgresql

    /// Runs the body with two handles on one fresh database, as two programs would have.
    func use(_ body: (Database, Database) async throws -> Void) async throws {
        try await TemporaryFolder.use { folder in
            let handles = try await open(folder)
            let databases = handles.map { Database($0, zone: .gmt, now: Door.start) }
            do {
                try await databases[0].prepare()
                try await body(databases[0], databases[1])
                for handle in handles { await handle.close() }
            } catch {
                for handle in handles { await handle.close() }
                throw error
            }
        }
    }

    private func open(_ folder: String) async throws -> [any SQLDatabase] {
        switch self {
        case .sqlite:
            return try (0..<2).map { _ in try SQLiteDatabase(path: folder + "/test.sqlite") }
        case .postgresql:
            let url = try await PostgreSQLServer.shared.value.createDatabase()
            return try (0..<2).map { _ in try PostgreSQLDatabase(url: url) }
        }
    }
}
