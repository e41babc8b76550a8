import SQL
import Testing

@Suite("Constraints") struct ConstraintTests {
    private static let schema = """
        CREATE TABLE owners (id BIGINT PRIMARY KEY, name TEXT NOT NULL, CONSTRAINT named CHECK (name <> ''));
        CREATE TABLE cars (owner BIGINT REFERENCES owners (id), plate TEXT, state TEXT);
        CREATE UNIQUE INDEX cars_plate ON cars (state, plate) WHERE state <> 'gone';
        INSERT INTO owners VALUES (1, 'secret-1');
        INSERT INTO cars VALUES (1, 'secret-2', 'here')
        """

    /// The constraint that a statement breaks.
    private func broken(
        in backend: Backend, by statement: String, _ values: [(any SQLConvertible)?]
    ) async throws -> SQLConstraint? {
        try await backend.use { database in
            try await database.write { try $0.script(Self.schema) }
            let values = values.map { $0?.sqlValue ?? .null }
            let error = await #expect(throws: SQLError.self) {
                try await database.write { _ = try $0.execute(statement, values) }
            }
            guard case .constraint(let constraint)? = error else {
                Issue.record("\(String(describing: error))")
                return nil
            }
            #expect(error?.description.contains("secret") == false)
            return constraint
        }
    }

    @Test("a unique index is told by its table and columns", arguments: Backend.allCases)
    func unique(_ backend: Backend) async throws {
        let broken = try await broken(
            in: backend, by: "INSERT INTO cars VALUES (?, ?, ?)", [1, "secret-2", "here"])
        #expect(broken?.kind == .unique)
        #expect(broken?.table == "cars")
        #expect(broken?.columns == ["state", "plate"])
    }

    @Test("a primary key is unique", arguments: Backend.allCases)
    func primaryKey(_ backend: Backend) async throws {
        let broken = try await broken(in: backend, by: "INSERT INTO owners VALUES (?, ?)", [1, "secret-3"])
        #expect(broken?.kind == .unique)
        #expect(broken?.table == "owners")
        #expect(broken?.columns == ["id"])
    }

    @Test("a column that may not be null is told by its name", arguments: Backend.allCases)
    func notNull(_ backend: Backend) async throws {
        let broken = try await broken(in: backend, by: "INSERT INTO owners VALUES (?, ?)", [2, nil])
        #expect(broken == SQLConstraint(.notNull, table: "owners", columns: ["name"]))
    }

    @Test("a check is told by its name", arguments: Backend.allCases)
    func check(_ backend: Backend) async throws {
        let broken = try await broken(in: backend, by: "INSERT INTO owners VALUES (?, ?)", [2, ""])
        #expect(broken?.kind == .check)
        #expect(broken?.name == "named")
    }

    @Test("a reference to nothing is refused", arguments: Backend.allCases)
    func foreignKey(_ backend: Backend) async throws {
        let broken = try await broken(in: backend, by: "INSERT INTO cars VALUES (?, ?, ?)", [99, "secret-4", "here"])
        #expect(broken?.kind == .foreignKey)
    }

    @Test("what does not fit the index is not refused", arguments: Backend.allCases)
    func partial(_ backend: Backend) async throws {
        try await backend.use { database in
            let count: Int? = try await database.write { transaction in
                try transaction.script(Self.schema)
                for _ in 0..<2 { try transaction.execute("INSERT INTO cars VALUES (?, ?, ?)", [1, "a", "gone"]) }
                return try transaction.first("SELECT COUNT(*) AS n FROM cars")?["n"]
            }
            #expect(count == 3)
        }
    }

    @Test(
        "the words for a statement that is wrong are about its text",
        arguments: Backend.allCases,
        ["SELEKT 1", "SELECT * FROM nowhere", "SELECT nothing_of_that_name", "SELECT 1; SELECT 2"])
    func wrongStatement(_ backend: Backend, _ statement: String) async throws {
        let error = await #expect(throws: SQLError.self) {
            try await backend.use { database in try await database.read { try $0.query(statement) } }
        }
        guard case .statement(let words)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(["SELEKT", "nowhere", "nothing_of_that_name", "ultiple"].contains { words.contains($0) })
    }

    @Test("the words for a value that does not fit do not quote it")
    func wrongValue() async throws {
        let error = await #expect(throws: SQLError.self) {
            try await Backend.postgresql.use { database in
                try await database.read { try $0.query("SELECT CAST(? AS INTEGER)", ["secret"]) }
            }
        }
        #expect(error == .failed(code: "22P02"))
    }

    @Test("the words for a search that makes no sense do not quote it", arguments: [Backend.sqliteMemory, .sqliteFile])
    func wrongSearch(_ backend: Backend) async throws {
        let error = await #expect(throws: SQLError.self) {
            try await backend.use { database in
                try await database.write { transaction in
                    try transaction.execute("CREATE VIRTUAL TABLE pages USING fts5 (text)")
                    _ = try transaction.query("SELECT * FROM pages WHERE pages MATCH ?", ["\"secret"])
                }
            }
        }
        #expect(error == .failed(code: "SQLite 1"))
    }
}
