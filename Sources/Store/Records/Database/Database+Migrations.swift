import SQL

extension Database {
    /// The schema's history.
    static var migrations: Migrations {
        Migrations([
            Migration("document 004") { transaction in
                // Databases from before this history have these tables already.
                guard try !transaction.hasTable("service_types") else { return }
                try transaction.script(transaction.dialect == .sqlite ? sqliteTables : postgresTables)
            },
            Migration("occupancy") { transaction in
                try transaction.script(transaction.dialect == .sqlite ? sqliteOccupancy : postgresOccupancy)
            },
            Migration("tool ledger") { transaction in
                let old = try transaction.dropOldToolCalls()
                try transaction.script(transaction.dialect == .sqlite ? sqliteLedger : postgresLedger)
                for call in old { try transaction.insert(call, of: "") }
            },
            Migration("checkpoints", sqlite: sqliteCheckpoints, postgresql: postgresCheckpoints),
            Migration("search for answers", sqlite: sqliteSearch, postgresql: postgresSearch),
            Migration("webhooks") { try $0.script(webhookTables) },
            control,
            Migration("identity", IdentityTables.statements),
            Migration("handoffs") { try $0.script(handoffTables) },
            Migration("usage", UsageTables.statements),
        ])
    }
}

extension SQLTransaction {
    func hasTable(_ name: String) throws -> Bool {
        let statement =
            dialect == .sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = ?"
        return try first(statement, [name]) != nil
    }
}
