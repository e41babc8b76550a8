import SQL
import Testing

@Suite("Migrations") struct MigrationTests {
    private static let first = Migration("first", "CREATE TABLE things (id BIGINT); INSERT INTO things VALUES (1)")
    private static let second = Migration(
        "second", sqlite: "CREATE TABLE more (id INTEGER PRIMARY KEY)",
        postgresql: "CREATE TABLE more (id BIGSERIAL PRIMARY KEY)")

    private static func count(_ database: any SQLDatabase) async throws -> Int? {
        try await database.read { try $0.first("SELECT COUNT(*) AS n FROM things")?["n"] }
    }

    @Test("each step is applied once, in its order", arguments: Backend.allCases)
    func once(_ backend: Backend) async throws {
        try await backend.use { database in
            #expect(try await Migrations([Self.first]).apply(to: database) == ["first"])
            #expect(try await Migrations([Self.first, Self.second]).apply(to: database) == ["second"])
            #expect(try await Migrations([Self.first, Self.second]).apply(to: database) == [])
            #expect(try await Self.count(database) == 1)
            try await database.write { _ = try $0.execute("INSERT INTO more DEFAULT VALUES") }
        }
    }

    @Test("programs that start at once apply each step once", arguments: Backend.allCases)
    func concurrently(_ backend: Backend) async throws {
        try await backend.useTwo { one, other in
            let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                for program in 0..<8 {
                    let database = program.isMultiple(of: 2) ? one : other
                    group.addTask { try await Migrations([Self.first, Self.second]).apply(to: database) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == ["first", "second"])
            #expect(try await Self.count(other) == 1)
        }
    }

    @Test("a database that a newer program wrote is refused, and left as it is", arguments: Backend.allCases)
    func newer(_ backend: Backend) async throws {
        try await backend.use { database in
            try await Migrations([Self.first, Self.second]).apply(to: database)
            let error = await #expect(throws: SQLError.self) { try await Migrations([Self.first]).apply(to: database) }
            guard case .migrations(let sentence)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(sentence.contains("\"second\""))
            #expect(sentence.contains("newer"))
        }
    }

    @Test("steps in another order are refused", arguments: Backend.allCases)
    func order(_ backend: Backend) async throws {
        try await backend.use { database in
            try await Migrations([Self.first]).apply(to: database)
            await #expect(throws: SQLError.self) {
                try await Migrations([Self.second, Self.first]).apply(to: database)
            }
        }
    }

    @Test("a step that fails has not happened, those before it have", arguments: Backend.allCases)
    func failure(_ backend: Backend) async throws {
        let broken = Migration("broken", "INSERT INTO things VALUES (2); INSERT INTO nowhere VALUES (3)")
        try await backend.use { database in
            await #expect(throws: SQLError.self) {
                try await Migrations([Self.first, broken]).apply(to: database)
            }
            let count = try await Self.count(database)
            #expect(count == 1)
            #expect(try await Migrations([Self.first, Self.second]).apply(to: database) == ["second"])
        }
    }

    @Test("a step can be code", arguments: Backend.allCases)
    func code(_ backend: Backend) async throws {
        let step = Migration("code") { transaction in
            for id in 2...4 { try transaction.execute("INSERT INTO things VALUES (?)", [id]) }
        }
        try await backend.use { database in
            try await Migrations([Self.first, step]).apply(to: database)
            #expect(try await Self.count(database) == 4)
        }
    }

    @Test("a script that ends its transaction is noticed", arguments: Backend.allCases)
    func escaping(_ backend: Backend) async throws {
        try await backend.use { database in
            await #expect(throws: SQLError.misuse("a script ended its transaction")) {
                try await Migrations([Migration("bad", "CREATE TABLE a (id BIGINT); COMMIT")]).apply(to: database)
            }
            let one: Int? = try await database.read { try $0.first("SELECT 1 AS one")?["one"] }
            #expect(one == 1)
        }
    }

    @Test("two steps of one name are refused")
    func names() async throws {
        await #expect(throws: SQLError.misuse("two migrations have one name")) {
            try await Migrations([Self.first, Self.first]).apply(to: SQLiteDatabase())
        }
    }
}
