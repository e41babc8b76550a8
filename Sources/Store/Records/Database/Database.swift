package import Conversation
import Dealership
package import FoundationEssentials
package import Pack
package import SQL

/// The business's data, document 004's six tables and what books them, in SQLite or PostgreSQL; and the tools on them.
/// Checkpoints and ledgers can be kept in the same database: `SQLCheckpointStore(database)`.
///
/// Safe to use from any task, and from several processes at once.
package final class Database: Sendable {
    /// To be used after `prepare`.
    package let sql: any SQLDatabase
    let hours: OpeningHours
    let zone: TimeZone
    let driving: TestDriveOffer
    private let seed: SeedData
    private let start: Date
    let lexicon = AnswerLexicon()
    private let preparation = Preparation()

    /// Takes a database over, and waits for nothing: its schema is brought up to date and its tables are filled, once, by
    /// `prepare` or whatever is asked first.
    ///
    /// - Parameter zone: Where the clock on the wall of the house hangs.
    package init(
        _ sql: any SQLDatabase, seed: SeedData = .dealership, hours: OpeningHours = .dealership,
        zone: TimeZone = .current, now: Date
    ) {
        self.sql = sql
        self.seed = seed
        self.hours = hours
        self.zone = zone
        start = now
        driving = seed.testDrive
    }

    /// A SQLite file, made when it is missing; memory when `path` is `nil`. Throws `cannotOpen`.
    package convenience init(
        path: String? = nil, seed: SeedData = .dealership, hours: OpeningHours = .dealership,
        zone: TimeZone = .current, now: Date
    ) throws(StoreError) {
        let sql: SQLiteDatabase
        do { sql = try SQLiteDatabase(path: path) } catch { throw StoreError(thrown: error) }
        self.init(sql, seed: seed, hours: hours, zone: zone, now: now)
    }

    /// A PostgreSQL server, by an address such as `postgresql://user:password@host:port/database`. Connects to nobody yet;
    /// throws `cannotOpen` for what is no address.
    package convenience init(
        url: String, seed: SeedData = .dealership, hours: OpeningHours = .dealership,
        zone: TimeZone = .current, now: Date
    ) throws(StoreError) {
        let sql: PostgreSQLDatabase
        do { sql = try PostgreSQLDatabase(url: url) } catch { throw StoreError(thrown: error) }
        self.init(sql, seed: seed, hours: hours, zone: zone, now: now)
    }

    /// Brings the schema up to date and fills an empty database, once, whoever else starts at the same time.
    ///
    /// Everything else waits for this; to call it is to learn of trouble early. Throws `cannotOpen` for a database that a
    /// newer program wrote, `unavailable` when there is none: then the next call tries again.
    package func prepare() async throws(StoreError) {
        do {
            try await preparation.run { [sql, seed, start] in
                try await Self.migrations.apply(to: sql)
                try await sql.write { try Self.fill($0, with: seed, now: start) }
            }
        } catch {
            throw StoreError(thrown: error)
        }
    }

    /// Lets go of the database; later calls fail.
    package func close() async {
        await sql.close()
    }

    /// Runs the body on a snapshot.
    func reading<Value: Sendable>(
        _ body: @escaping @Sendable (SQLTransaction) throws -> Value
    ) async throws(StoreError) -> Value {
        try await prepare()
        do { return try await sql.read(body) } catch { throw StoreError(thrown: error) }
    }

    /// Runs the body in a transaction, perhaps more than once, and commits. When other programs keep the database busy, it
    /// tries twice more: nothing has happened then.
    @discardableResult
    func writing<Value: Sendable>(
        _ body: @escaping @Sendable (SQLTransaction) throws -> Value
    ) async throws(StoreError) -> Value {
        try await prepare()
        for _ in 0..<2 {
            do { return try await sql.write(body) } catch SQLError.busy { continue } catch {
                throw StoreError(thrown: error)
            }
        }
        do { return try await sql.write(body) } catch { throw StoreError(thrown: error) }
    }
}
