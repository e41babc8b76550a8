/// A connection, its prepared statements, and the transaction that is under way on it.
///
/// At most 128 statements are kept prepared; when there are more, all are forgotten.
final class PostgreSQLConnection: SQLConnection {
    private struct PreparedKey: Hashable {
        let statement: String
        let types: [UInt32]
    }

    private static let preparedLimit = 128
    /// What a server may take to tell that it gave a statement up.
    private static let grace = Duration.seconds(2)

    /// The lock of those whose turn it is: any number, the same in all programs.
    private static let turn = 7_166_051_994_031_507_458

    private let handle: PostgreSQLHandle
    private let timeout: Duration
    private var prepared: [PreparedKey: String] = [:]
    private var lastPrepared = 0
    private var mustForget = false
    private var isLost = false
    private var hasTurn = false
    private var lastFailure: PostgreSQLFailure?
    /// Whether the transaction failed for a reason that another attempt may not meet.
    private(set) var hadConflict = false

    init(to address: PostgreSQLAddress, _ settings: PostgreSQLSettings) throws(SQLError) {
        handle = try PostgreSQLHandle.connected(to: address, until: .now + settings.connectTimeout)
        timeout = settings.statementTimeout + Self.grace
        let milliseconds = max(1, Int(settings.statementTimeout / .milliseconds(1)))
        _ = try finish(
            """
            SET statement_timeout = \(milliseconds);
            SET client_min_messages = error; SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD';
            SET standard_conforming_strings = on; SET bytea_output = 'hex'; SET extra_float_digits = 1
            """)
    }

    /// Whether another transaction may begin on it.
    var isUsable: Bool { !isLost && handle.isAlive }

    func begin(_ statement: String) throws(SQLError) {
        hadConflict = false
        _ = try finish(statement)
    }

    /// Waits, before a transaction, until no other one that failed often is under way, here or in another program.
    func takeTurn() throws(SQLError) {
        _ = try finish("SELECT pg_advisory_lock(\(Self.turn))")
        hasTurn = true
    }

    /// Lets the next one in. A connection that is lost has done so.
    func endTurn() {
        guard hasTurn, isUsable else { return }
        hasTurn = false
        do { _ = try finish("SELECT pg_advisory_unlock(\(Self.turn))") } catch { isLost = true }
    }

    /// Throws when the server did not commit; `unavailable` when nobody knows whether it did.
    func commit() throws(SQLError) {
        let answer = try finish("COMMIT")
        if answer != "COMMIT" { throw .misuse("a transaction was ended before its end") }
    }

    /// Ends the transaction without effect; when even that fails, the connection is of no use.
    func rollback() {
        guard isUsable else { return }
        do {
            _ = try finish("ROLLBACK")
            if mustForget { try forget() }
        } catch {
            isLost = true
        }
    }

    func query(_ statement: StatementText, _ values: [SQLValue]) throws(SQLError) -> [SQLRow] {
        try run(statement, values) { $0.rows }
    }

    func execute(_ statement: StatementText, _ values: [SQLValue]) throws(SQLError) -> Int {
        try run(statement, values) { $0.changes }
    }

    func script(_ statements: String) throws(SQLError) {
        _ = try finish(statements)
        if !handle.isInTransaction { throw .misuse("a script ended its transaction") }
    }

    private func run<Value>(
        _ statement: StatementText, _ values: [SQLValue], _ read: (borrowing PostgreSQLResult) -> Value
    ) throws(SQLError) -> Value {
        let arguments = PostgreSQLArguments(values)
        let key = PreparedKey(statement: statement.numbered, types: arguments.types)
        let known = prepared[key]
        let name = if let known { known } else { try prepare(key) }
        var value: Value?
        do throws(SQLError) {
            try onWire { () throws(SQLError) in try handle.send(prepared: name, arguments) }
            try drain { value = read($0) }
        } catch {
            mustForget = known != nil && lastFailure?.isStale == true
            hadConflict = hadConflict || mustForget
            throw error
        }
        guard let value else { throw .unavailable("the server gave no answer") }
        return value
    }

    private func prepare(_ key: PreparedKey) throws(SQLError) -> String {
        if prepared.count >= Self.preparedLimit { try forget() }
        lastPrepared += 1
        let name = "s\(lastPrepared)"
        try onWire { () throws(SQLError) in try handle.sendPrepare(name, key.statement, types: key.types) }
        try drain { _ in }
        prepared[key] = name
        return name
    }

    private func forget() throws(SQLError) {
        _ = try finish("DEALLOCATE ALL")
        prepared = [:]
        mustForget = false
    }

    /// Runs statements without values; returns the tag of the last.
    private func finish(_ statements: String) throws(SQLError) -> String {
        try onWire { () throws(SQLError) in try handle.send(statements) }
        var tag = ""
        try drain { tag = $0.command }
        return tag
    }

    /// Reads every result of what was sent; throws the first error among them.
    private func drain(_ read: (borrowing PostgreSQLResult) -> Void) throws(SQLError) {
        let deadline = ContinuousClock.now + timeout
        lastFailure = nil
        while let result = try onWire({ () throws(SQLError) in try handle.result(until: deadline) }) {
            if result.isCopy {
                isLost = true
                throw .misuse("COPY is no statement for a transaction")
            }
            if let failure = result.failure {
                lastFailure = lastFailure ?? failure
                hadConflict = hadConflict || failure.isConflict
                isLost = isLost || failure.isEnd
            } else {
                read(result)
            }
        }
        if let lastFailure { throw SQLError(lastFailure) }
    }

    /// An error here is the connection's: nobody knows what the server will say next.
    private func onWire<Value: ~Copyable>(_ work: () throws(SQLError) -> Value) throws(SQLError) -> Value {
        do {
            return try work()
        } catch {
            isLost = true
            throw error
        }
    }
}
