/// A schema's history: steps that are applied once, in their order, each in a transaction of its own.
///
/// Programs that start at the same time wait for each other. A database with steps that are not in the history was written
/// by a newer program, and is refused before anything is changed.
package struct Migrations: Sendable {
    /// The table that remembers what was applied.
    package static let table = "schema_migrations"

    /// The lock of PostgreSQL that programs hold while they migrate: any number, the same in all of them.
    private static let lock = 7_166_051_994_031_507_457

    private let steps: [Migration]

    package init(_ steps: [Migration]) {
        self.steps = steps
    }

    /// Applies what is missing; returns the names of the steps that were.
    ///
    /// Throws `migrations` when the database's history is another one, or else what a step throws; the steps before it
    /// stay applied.
    @discardableResult
    package func apply(to database: any SQLDatabase) async throws -> [String] {
        let names = steps.map(\.name)
        guard Set(names).count == names.count else { throw SQLError.misuse("two migrations have one name") }
        var applied: [String] = []
        while let name = try await database.write({ transaction in try applyNext(transaction) }) {
            applied.append(name)
        }
        return applied
    }

    /// Applies the first missing step; `nil` when none is missing.
    private func applyNext(_ transaction: SQLTransaction) throws -> String? {
        try Self.wait(transaction)
        let done = try Self.history(transaction)
        try check(done)
        guard done.count < steps.count else { return nil }
        let step = steps[done.count]
        try step.apply(transaction)
        try transaction.execute(
            "INSERT INTO \(Self.table) (position, name) VALUES (?, ?)", [done.count + 1, step.name])
        return step.name
    }

    /// Lets one program in at a time. In SQLite the transaction itself does.
    private static func wait(_ transaction: SQLTransaction) throws {
        guard transaction.dialect == .postgresql else { return }
        // Otherwise the first statement fixes what the others see, and that is what was there before the wait.
        try transaction.script("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
        _ = try transaction.query("SELECT pg_advisory_xact_lock(?)", [lock])
    }

    /// The names of the applied steps, in their order.
    private static func history(_ transaction: SQLTransaction) throws -> [String] {
        try transaction.execute(
            """
            CREATE TABLE IF NOT EXISTS \(table) (
                position INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
            )
            """)
        return try transaction.query("SELECT name FROM \(table) ORDER BY position").map { try $0["name"] }
    }

    private func check(_ done: [String]) throws {
        let known = Set(steps.map(\.name))
        if let unknown = done.first(where: { !known.contains($0) }) {
            throw SQLError.migrations(
                "the database has the migration \"\(unknown)\", which this program does not know: a newer one wrote it")
        }
        guard zip(done, steps).allSatisfy({ $0 == $1.name }) else {
            throw SQLError.migrations("the database has this program's migrations in another order")
        }
    }
}
