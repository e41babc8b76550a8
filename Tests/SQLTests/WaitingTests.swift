import SQL
import Servers
import Testing

@Suite("Waiting for a connection") struct WaitingTests {
    /// A database with one connection, and room for one more caller.
    private func narrow(_ backend: Backend, patience: Duration) async throws -> any SQLDatabase {
        guard backend == .postgresql else { return try SQLiteDatabase(waiting: 1, patience: patience) }
        var settings = PostgreSQLSettings.patient
        settings.connections = 1
        settings.waiting = 1
        settings.patience = patience
        return try PostgreSQLDatabase(
            url: await PostgreSQLServer.shared.value.createDatabase(), settings: settings)
    }

    /// Runs the body while the only connection is in use.
    private func whileBusy(_ database: any SQLDatabase, _ body: () async throws -> Void) async throws {
        let latch = Latch()
        let holder = try await HeldTransaction.begin(on: database) { _ in latch.wait() }
        defer { latch.open() }
        try await body()
        latch.open()
        try await holder.value
    }

    @Test("who waits too long is told", arguments: [Backend.sqliteMemory, .postgresql])
    func patience(_ backend: Backend) async throws {
        let database = try await narrow(backend, patience: .seconds(2))
        try await whileBusy(database) {
            await #expect(throws: SQLError.noConnection(after: .seconds(2))) {
                try await database.write { _ in }
            }
        }
        try await database.write { _ in }
        await database.close()
    }

    @Test("no more callers wait than may", arguments: [Backend.sqliteMemory, .postgresql])
    func overload(_ backend: Backend) async throws {
        let database = try await narrow(backend, patience: .seconds(60))
        try await whileBusy(database) {
            // Three more: one waits until it is cancelled, two are refused at once.
            let refused = await withTaskGroup(of: SQLError?.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        do {
                            try await database.write { _ in }
                            return nil
                        } catch {
                            return error as? SQLError
                        }
                    }
                }
                let refused = [await group.next(), await group.next()]
                group.cancelAll()
                return refused
            }
            #expect(refused.allSatisfy { $0 == .overloaded(waiting: 1) })
        }
        await database.close()
    }
}
