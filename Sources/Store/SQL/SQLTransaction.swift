/// A transaction that is under way: what the body of a `read` or a `write` works with.
///
/// Statements have a `?` for every value. A key that the database made comes back with `RETURNING id`, which both dialects
/// know. PostgreSQL takes an integer for a `BIGINT`, and finds out by itself what text and null are meant to be; where it
/// cannot, as in `? IS NULL`, the statement says so: `CAST(? AS TEXT) IS NULL`.
///
/// PostgreSQL ends a transaction with its first error, so here SQLite does too: after a statement that failed every
/// other one fails, and nothing is committed, whatever the body catches. To go on after an error, use `attempt`.
package final class SQLTransaction {
    package let dialect: SQLDialect
    private let connection: any SQLConnection
    private var failure: SQLError?
    private var isOver = false
    private var depth = 0

    private init(_ connection: any SQLConnection, _ dialect: SQLDialect) {
        self.connection = connection
        self.dialect = dialect
    }

    /// The rows of a statement.
    package func query(_ statement: String, _ values: [(any SQLConvertible)?] = []) throws(SQLError) -> [SQLRow] {
        let (text, values) = try checked(statement, values)
        return try noting { () throws(SQLError) in try connection.query(text, values) }
    }

    /// The first row of a statement; `nil` when it has none.
    package func first(_ statement: String, _ values: [(any SQLConvertible)?] = []) throws(SQLError) -> SQLRow? {
        try query(statement, values).first
    }

    /// Runs a statement; returns how many rows it inserted, changed or deleted, not counting what triggers and
    /// references did.
    @discardableResult
    package func execute(_ statement: String, _ values: [(any SQLConvertible)?] = []) throws(SQLError) -> Int {
        let (text, values) = try checked(statement, values)
        return try noting { () throws(SQLError) in try connection.execute(text, values) }
    }

    /// Runs several statements without values, separated by semicolons.
    package func script(_ statements: String) throws(SQLError) {
        try checkOpen()
        try noting { () throws(SQLError) in try connection.script(statements) }
    }

    /// Runs the body; when it throws, only what it did is undone, and the transaction goes on.
    @discardableResult
    package func attempt<Value>(_ body: () throws -> Value) throws -> Value {
        try checkOpen()
        depth += 1
        defer { depth -= 1 }
        let name = "attempt_\(depth)"
        try script("SAVEPOINT \(name)")
        do {
            let value = try body()
            if let failure { throw failure }
            try script("RELEASE SAVEPOINT \(name)")
            return value
        } catch {
            try undo(name)
            throw error
        }
    }

    /// Runs the body in a transaction that a driver has begun. Whoever calls it commits when it returns, and rolls back
    /// when it throws.
    static func run<Value>(
        _ body: (SQLTransaction) throws -> Value, on connection: any SQLConnection, _ dialect: SQLDialect
    ) throws -> Value {
        let transaction = SQLTransaction(connection, dialect)
        defer { transaction.isOver = true }
        let value = try body(transaction)
        if let failure = transaction.failure { throw failure }
        return value
    }

    private func undo(_ name: String) throws(SQLError) {
        // A connection that is gone has nothing to undo.
        if case .unavailable(let reason)? = failure { throw .unavailable(reason) }
        failure = nil
        try script("ROLLBACK TO SAVEPOINT \(name); RELEASE SAVEPOINT \(name)")
    }

    private func checkOpen() throws(SQLError) {
        if isOver { throw .misuse("a transaction is used after its end") }
        if failure != nil { throw .misuse("a transaction is used after one of its statements failed") }
    }

    private func checked(
        _ statement: String, _ values: [(any SQLConvertible)?]
    ) throws(SQLError) -> (StatementText, [SQLValue]) {
        try checkOpen()
        return try noting { () throws(SQLError) in
            let text = try StatementText(statement, values: values.count)
            var bound: [SQLValue] = []
            for (index, value) in values.enumerated() {
                let value = value?.sqlValue ?? .null
                if let fault = value.fault { throw .unstorable(place: index + 1, fault) }
                bound.append(value)
            }
            return (text, bound)
        }
    }

    /// Remembers an error.
    private func noting<Value>(_ work: () throws(SQLError) -> Value) throws(SQLError) -> Value {
        do {
            return try work()
        } catch {
            failure = error
            throw error
        }
    }
}
