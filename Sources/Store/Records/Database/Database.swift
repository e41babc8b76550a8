package import Conversation
package import Dealership
package import FoundationEssentials
import GRDB

/// The dealership's data in SQLite: document 004's six tables, and the tools on them.
///
/// A file is opened in WAL mode with one writer and a few readers, and may be shared with other processes; without a path
/// the data live in memory. Safe to use from any task.
package final class Database: Sendable {
    let writer: any DatabaseWriter
    let hours: OpeningHours

    /// Opens the file, or memory when `path` is `nil`; brings the schema up to date; fills an empty database.
    package init(
        path: String? = nil, seed: SeedData = .dealership, hours: OpeningHours = .dealership, now: Date
    ) throws(StoreError) {
        self.hours = hours
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        do {
            if let path {
                writer = try DatabasePool(path: path, configuration: configuration)
            } else {
                writer = try DatabaseQueue(configuration: configuration)
            }
            try Self.migrator.migrate(writer)
            try writer.write { try Self.fill($0, with: seed, now: now) }
        } catch {
            throw .cannotOpen(path: path ?? "memory", reason: StoreError.sentence(for: error))
        }
    }

    /// Closes the file; later calls fail.
    package func close() throws(StoreError) {
        do { try writer.close() } catch { throw StoreError(error) }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (GRDB.Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await writer.read(body) } catch { throw StoreError(error) }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (GRDB.Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await writer.write(body) } catch { throw StoreError(error) }
    }
}
