import Foundation
import Threads

/// A database on a PostgreSQL server, through libpq.
///
/// A writer's transaction is serializable: when the server finds that it and another one cannot both have been alone, its
/// body runs again, at most `attempts` times in all; from the fourth time on, such writers wait for each other. A reader's
/// transaction sees one snapshot. A connection that was lost is made anew by the next transaction.
///
/// A connection is one session of the server, with prepared statements and settings: a pooler between must be in session
/// mode.
package final class PostgreSQLDatabase: SQLDatabase {
    package let dialect = SQLDialect.postgresql
    private let threads: ServiceThreads<PostgreSQLSession>

    /// Connects to nobody yet.
    ///
    /// - Parameter url: `postgresql://user:password@host:port/database?sslmode=require`, with everything libpq knows.
    ///   Throws `invalidAddress`, whose words do not repeat it.
    package init(url: String, settings: PostgreSQLSettings = PostgreSQLSettings()) throws(SQLError) {
        let address = try PostgreSQLAddress(url)
        threads = ServiceThreads(
            name: "postgresql", threads: settings.connections, capacity: settings.waiting, patience: settings.patience
        ) {
            PostgreSQLSession(address: address, settings: settings)
        }
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (SQLTransaction) throws -> Value
    ) async throws -> Value {
        try await threads.perform { session in
            try session.transact("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
        }
    }

    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (SQLTransaction) throws -> Value
    ) async throws -> Value {
        try await threads.perform { session in
            try session.transact("BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE", body)
        }
    }

    package func close() async {
        await threads.close()
    }
}
