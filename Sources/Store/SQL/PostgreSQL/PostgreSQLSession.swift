import Foundation

/// One thread's place at the server: a connection while there is one, and the transactions on it.
struct PostgreSQLSession {
    private let address: PostgreSQLAddress
    private let settings: PostgreSQLSettings
    private var connection: PostgreSQLConnection?

    /// How often a transaction is begun at any time; from then on those in each other's way go one behind the other.
    private static let freeAttempts = 3

    init(address: PostgreSQLAddress, settings: PostgreSQLSettings) {
        self.address = address
        self.settings = settings
    }

    /// Runs a transaction, again when others got in its way.
    mutating func transact<Value>(_ begin: String, _ body: (SQLTransaction) throws -> Value) throws -> Value {
        var attempt = 1
        while true {
            let connection = try begun(begin, inTurn: attempt > Self.freeAttempts)
            defer { connection.endTurn() }
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
            if attempt < Self.freeAttempts { Self.pause() }
            attempt += 1
        }
    }

    /// A connection on which a transaction has begun.
    private mutating func begun(_ begin: String, inTurn: Bool) throws(SQLError) -> PostgreSQLConnection {
        if let connection {
            do {
                if inTurn { try connection.takeTurn() }
                try connection.begin(begin)
                return connection
            } catch {
                self.connection = nil
                // The connection died while it was idle: nothing has happened on it, so a new one will do.
                guard case .unavailable = error else { throw error }
            }
        }
        let fresh = try PostgreSQLConnection(to: address, settings)
        if inTurn { try fresh.takeTurn() }
        try fresh.begin(begin)
        connection = fresh
        return fresh
    }

    /// Lets the others finish. Random, so that those who met do not meet again.
    private static func pause() {
        Thread.sleep(forTimeInterval: .random(in: 0.001...0.01))
    }
}
