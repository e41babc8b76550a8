import GRDB
import Threads

/// A database in a file or in memory, through GRDB.
///
/// A file is opened in WAL mode, with one writer and four readers, and may be shared with other processes: a writer waits
/// five seconds for another one, then throws `busy`. In memory there is one thread for all. Up to 256 callers wait for
/// their turn, for at most `patience`; more are refused with `overloaded`.
package final class SQLiteDatabase: SQLDatabase {
    package let dialect = SQLDialect.sqlite
    private let writer: any DatabaseWriter
    private let writers: ServiceThreads<Void>
    private let readers: ServiceThreads<Void>

    private static let readerCount = 4
    private static let busyTimeout = 5.0

    /// Opens the file, or memory when `path` is `nil`. Blocks for as long as the file system does.
    ///
    /// Throws `cannotOpen`. The file is made when it is missing, its folder is not.
    package init(path: String? = nil, waiting: Int = 256, patience: Duration = .seconds(30)) throws(SQLError) {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(Self.busyTimeout)
        configuration.maximumReaderCount = Self.readerCount
        configuration.label = "sqlite"
        do {
            if let path {
                writer = try DatabasePool(path: path, configuration: configuration)
            } else {
                writer = try DatabaseQueue(configuration: configuration)
            }
        } catch {
            throw .cannotOpen("the database at \(path ?? "memory") cannot be opened: \(SQLError.sentence(for: error))")
        }
        writers = ServiceThreads(name: "sqlite-write", threads: 1, capacity: waiting, patience: patience) {}
        readers =
            path == nil
            ? writers
            : ServiceThreads(name: "sqlite-read", threads: Self.readerCount, capacity: waiting, patience: patience) {}
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (SQLTransaction) throws -> Value
    ) async throws -> Value {
        try await readers.perform { [writer] _ in
            try Self.naming {
                try writer.read { try SQLTransaction.run(body, on: SQLiteConnection(database: $0), .sqlite) }
            }
        }
    }

    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (SQLTransaction) throws -> Value
    ) async throws -> Value {
        try await writers.perform { [writer] _ in
            try Self.naming { try writer.writeWithoutTransaction { try Self.commit(body, in: $0) } }
        }
    }

    package func close() async {
        await writers.close()
        await readers.close()
        // Nobody uses it any more, so closing cannot fail; were it not closed here, its deinit would.
        try? writer.close()
    }

    /// Begins as a writer at once: a transaction that becomes one later may find the database locked in its middle.
    private static func commit<Value>(
        _ body: (SQLTransaction) throws -> Value, in database: GRDB.Database
    ) throws -> Value {
        var value: Value?
        try database.inTransaction(.immediate) {
            value = try SQLTransaction.run(body, on: SQLiteConnection(database: database), .sqlite)
            return .commit
        }
        guard let value else { throw SQLError.misuse("a transaction ended without a value") }
        return value
    }

    /// What GRDB throws by itself, when it begins or commits, is told as an `SQLError`.
    private static func naming<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let error as DatabaseError {
            throw SQLError(error, isAboutText: false)
        }
    }
}
