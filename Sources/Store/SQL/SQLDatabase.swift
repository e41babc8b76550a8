/// A database: transactions, on threads of its own.
///
/// A body runs on a service thread and may block; it gets the transaction and returns a value. What it throws rolls the
/// transaction back and comes out as it is. Beside that, every error is an `SQLError`, or a `CancellationError` when the
/// task was cancelled before the body ran.
package protocol SQLDatabase: Sendable {
    var dialect: SQLDialect { get }

    /// Runs the body on a snapshot: it sees what was committed before it began, and nothing else. It cannot write.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (SQLTransaction) throws -> Value
    ) async throws -> Value

    /// Runs the body as if no other writer existed, and commits.
    ///
    /// PostgreSQL may find that two writers were in each other's way: the body then runs again from its beginning, so it
    /// changes nothing but the database.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (SQLTransaction) throws -> Value
    ) async throws -> Value

    /// Ends what runs, refuses what waits with `closed`, and lets go of every connection.
    func close() async
}
