import Foundation

/// One thread's place at the server: a connection while there is one, and the transactions on it.
struct PostgreSQLSession {
    private let address: PostgreSQLAddress
    private let settings: PostgreSQLSettings
    private var connection: PostgreSQLConnection?

    init(address: PostgreSQLAddress, settings: PostgreSQLSettings) {
        self.address = address
        self.settings = settings
    }

    /// Runs a transaction, again when others got in its way.
    mutating func transact<Value>(_ begin: String, _ body: (SQLTransaction) throws -> Value) throws -> Value {
        var attempt = 1
        while true {
            let connection = try begun(begin)
            do {
                let value = try SQLTransaction.run(body, on: connection, .postgresql)
                try connection.commit()
                return value
            } catch {
                connection.rollback()
                if !connection.isUsable { self.connection = nil }
                guard connection.hadConflict else { throw error }
                guard attempt < max(1, settings.attempts) else { throw SQLError.busy }
            }
            Self.pause(after: attempt)
            attempt += 1
        }
    }

    /// A connection on which a transaction has begun.
    private mutating func begun(_ begin: String) throws(SQLError) -> PostgreSQLConnection {
        if let connection {
            do {
                try connection.begin(begin)
                return connection
            } catch {
                self.connection = nil
                // The connection died while it was idle: nothing has happened on it, so a new one will do.
                guard case .unavailable = error else { throw error }
            }
        }
        let fresh = try PostgreSQLConnection(to: address, settings)
        try fresh.begin(begin)
        connection = fresh
        return fresh
    }

    /// Lets the others finish. The pause is random, so that those who met do not meet again.
    private static func pause(after attempt: Int) {
        let longest = min(0.25, 0.002 * Double(1 << min(attempt, 10)))
        Thread.sleep(forTimeInterval: .random(in: longest / 4...longest))
    }
}
