import SQL
import Testing

@Suite("Transactions") struct TransactionTests {
    private struct Refusal: Error {}

    private static func prepare(_ database: any SQLDatabase) async throws {
        try await database.write { transaction in
            try transaction.script(
                "CREATE TABLE counters (name TEXT PRIMARY KEY, n BIGINT NOT NULL); INSERT INTO counters VALUES ('a', 0)"
            )
        }
    }

    private static func count(_ database: any SQLDatabase) async throws -> Int {
        try await database.read { try $0.first("SELECT n FROM counters WHERE name = 'a'")?["n"] ?? -1 }
    }

    /// What an attempt throws.
    private static func failure(in transaction: SQLTransaction, _ body: () throws -> Void) -> (any Error)? {
        do {
            try transaction.attempt(body)
            return nil
        } catch {
            return error
        }
    }

    @Test("what a body throws comes out as it is, and nothing has happened", arguments: Backend.allCases)
    func rollback(_ backend: Backend) async throws {
        try await backend.use { database in
            try await Self.prepare(database)
            await #expect(throws: Refusal.self) {
                try await database.write { transaction in
                    try transaction.execute("UPDATE counters SET n = 5")
                    throw Refusal()
                }
            }
            #expect(try await Self.count(database) == 0)
        }
    }

    @Test("a body that catches an error cannot commit what it did before", arguments: Backend.allCases)
    func doomed(_ backend: Backend) async throws {
        try await backend.use { database in
            try await Self.prepare(database)
            let error = await #expect(throws: SQLError.self) {
                try await database.write { transaction in
                    try transaction.execute("UPDATE counters SET n = 5")
                    _ = try? transaction.execute("INSERT INTO counters VALUES (?, ?)", ["a", 1])
                }
            }
            guard case .constraint? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(try await Self.count(database) == 0)
        }
    }

    @Test("after a statement that failed, the next one is refused", arguments: Backend.allCases)
    func failedStatement(_ backend: Backend) async throws {
        try await backend.use { database in
            try await Self.prepare(database)
            await #expect(throws: SQLError.misuse("a transaction is used after one of its statements failed")) {
                try await database.write { transaction in
                    _ = try? transaction.query("SELECT * FROM nowhere")
                    _ = try transaction.query("SELECT 1 AS one")
                }
            }
        }
    }

    @Test("an attempt that fails is undone, and the transaction goes on", arguments: Backend.allCases)
    func attempt(_ backend: Backend) async throws {
        try await backend.use { database in
            try await Self.prepare(database)
            try await database.write { transaction in
                try transaction.execute("UPDATE counters SET n = n + 1")
                let first = Self.failure(in: transaction) {
                    try transaction.execute("UPDATE counters SET n = n + 10")
                    try transaction.execute("INSERT INTO counters VALUES (?, ?)", ["a", 1])
                }
                #expect(first is SQLError)
                try transaction.attempt {
                    try transaction.execute("UPDATE counters SET n = n + 100")
                    let second = Self.failure(in: transaction) {
                        try transaction.execute("UPDATE counters SET n = n + 1000")
                        throw Refusal()
                    }
                    #expect(second is Refusal)
                }
            }
            #expect(try await Self.count(database) == 101)
        }
    }

    @Test("fifty writers at once lose no count", arguments: Backend.allCases)
    func concurrentWriters(_ backend: Backend) async throws {
        try await backend.useTwo { one, other in
            try await Self.prepare(one)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<50 {
                    let database = writer.isMultiple(of: 2) ? one : other
                    group.addTask {
                        try await database.write { transaction in
                            let n: Int = try transaction.first("SELECT n FROM counters")?["n"] ?? 0
                            try transaction.execute("UPDATE counters SET n = ?", [n + 1])
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await Self.count(other) == 50)
        }
    }

    @Test("writers that read what the other writes do not both win", arguments: Backend.allCases)
    func writeSkew(_ backend: Backend) async throws {
        try await backend.useTwo { one, other in
            try await one.write { try $0.script("CREATE TABLE slots (taken_by TEXT)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (name, database) in [("one", one), ("other", other)] {
                    group.addTask {
                        try await database.write { transaction in
                            let isFree = try transaction.query("SELECT * FROM slots").isEmpty
                            if isFree { try transaction.execute("INSERT INTO slots VALUES (?)", [name]) }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await one.read { try $0.query("SELECT * FROM slots").count } == 1)
        }
    }

    @Test("a reader cannot write", arguments: Backend.allCases)
    func readers(_ backend: Backend) async throws {
        try await backend.use { database in
            try await Self.prepare(database)
            let error = await #expect(throws: SQLError.self) {
                try await database.read { _ = try $0.execute("UPDATE counters SET n = 5") }
            }
            guard case .misuse? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(try await Self.count(database) == 0)
        }
    }

    @Test("a transaction is of no use after its end, nor can a body end it", arguments: Backend.allCases)
    func misuse(_ backend: Backend) async throws {
        try await backend.use { database in
            try await Self.prepare(database)
            for statement in ["COMMIT", "ROLLBACK", "BEGIN"] {
                await #expect(throws: SQLError.self) {
                    try await database.write { transaction in
                        try transaction.execute("UPDATE counters SET n = 5")
                        try transaction.execute(statement)
                    }
                }
            }
            nonisolated(unsafe) var escaped: SQLTransaction?
            try await database.write { escaped = $0 }
            #expect(throws: SQLError.misuse("a transaction is used after its end")) { try escaped?.query("SELECT 1") }
            #expect(try await Self.count(database) == 0)
        }
    }

    @Test("a body may run statements in any number, and get their keys and counts", arguments: Backend.allCases)
    func keys(_ backend: Backend) async throws {
        let key = backend.dialect == .sqlite ? "INTEGER PRIMARY KEY" : "BIGSERIAL PRIMARY KEY"
        try await backend.use { database in
            let counts = try await database.write { transaction in
                try transaction.execute("CREATE TABLE notes (id \(key), text TEXT)")
                var ids: [Int] = []
                for number in 1...200 {
                    let row = try transaction.first(
                        "INSERT INTO notes (text) VALUES (?) RETURNING id", [number.isMultiple(of: 3) ? nil : "x"])
                    ids.append(try row?["id"] ?? 0)
                }
                #expect(ids == Array(1...200))
                return [
                    try transaction.execute("UPDATE notes SET text = 'y' WHERE text IS NULL"),
                    try transaction.execute("SELECT * FROM notes"),
                    try transaction.execute("CREATE TABLE other (id BIGINT)"),
                    try transaction.execute("DELETE FROM notes WHERE id > ?", [150]),
                    try transaction.execute("DELETE FROM notes WHERE id > ?", [150]),
                ]
            }
            #expect(counts == [66, 0, 0, 50, 0])
        }
    }

    @Test("a task that was cancelled before its turn has done nothing", arguments: Backend.allCases)
    func cancellation(_ backend: Backend) async throws {
        try await backend.use { database in
            try await Self.prepare(database)
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await database.write { _ = try $0.execute("UPDATE counters SET n = 5") }
            }
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await Self.count(database) == 0)
        }
    }

    @Test("a closed database refuses", arguments: Backend.allCases)
    func closing(_ backend: Backend) async throws {
        try await backend.use { database in
            try await Self.prepare(database)
            await database.close()
            await #expect(throws: SQLError.closed) { try await Self.count(database) }
            await database.close()
        }
    }
}
