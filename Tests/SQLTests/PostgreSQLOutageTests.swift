import SQL
import Servers
import Testing

@Suite("A PostgreSQL server that fails") struct PostgreSQLOutageTests {
    /// Whether an error says that the server is not there.
    private static func isUnavailable(_ error: SQLError?) -> Bool {
        guard case .unavailable? = error else { return false }
        return true
    }

    @Test("a server that stops is unavailable, even in a transaction, and is used again when it is back")
    func outage() async throws {
        let server = try await PostgreSQLServer.start()
        let database = try PostgreSQLDatabase(url: await server.createDatabase(), settings: .patient)
        try await database.write { try $0.script("CREATE TABLE things (id BIGINT)") }

        let stopped = Latch()
        let interrupted = try await HeldTransaction.begin(on: database) { transaction in
            try transaction.execute("INSERT INTO things VALUES (1)")
            stopped.wait()
            try transaction.execute("INSERT INTO things VALUES (2)")
        }
        await server.stop()
        stopped.open()
        let interruption = await #expect(throws: SQLError.self) { try await interrupted.value }
        #expect(Self.isUnavailable(interruption), "\(String(describing: interruption))")
        let error = await #expect(throws: SQLError.self) { try await database.read { try $0.query("SELECT 1") } }
        #expect(Self.isUnavailable(error))

        try await server.restart()
        #expect(try await database.read { try $0.query("SELECT * FROM things").count } == 0)
        await database.close()
        await server.end()
    }

    @Test("a connection that died while nobody used it is not noticed by who uses it next")
    func idle() async throws {
        let server = try await PostgreSQLServer.shared.value
        var settings = PostgreSQLSettings.patient
        settings.connections = 1
        let url = try await server.createDatabase()
        let database = try PostgreSQLDatabase(url: url, settings: settings)
        let id: Int? = try await database.read { try $0.first("SELECT pg_backend_pid() AS id")?["id"] }
        try await server.run("SELECT pg_terminate_backend(\(try #require(id)), 5000)")
        let next: Int? = try await database.read { try $0.first("SELECT pg_backend_pid() AS id")?["id"] }
        #expect(next != nil)
        #expect(next != id)
        await database.close()
    }

    @Test("a server that never answers is given up in time")
    func silence() async throws {
        let silent = try SilentServer()
        var settings = PostgreSQLSettings.patient
        settings.connectTimeout = .milliseconds(200)
        let database = try PostgreSQLDatabase(url: "postgresql://a:b@127.0.0.1:\(silent.port)/c", settings: settings)
        await #expect(throws: SQLError.unavailable("the server did not answer in time")) {
            try await database.read { try $0.query("SELECT 1") }
        }
        await database.close()
    }

    @Test("a statement that takes too long is given up, and the connection goes on")
    func slowStatement() async throws {
        var settings = PostgreSQLSettings.patient
        settings.statementTimeout = .milliseconds(50)
        settings.connections = 1
        let url = try await PostgreSQLServer.shared.value.createDatabase()
        let database = try PostgreSQLDatabase(url: url, settings: settings)
        await #expect(throws: SQLError.timedOut) {
            try await database.read { try $0.query("SELECT pg_sleep(60)") }
        }
        #expect(try await database.read { try $0.first("SELECT 1 AS one")?["one"] } == 1)
        await database.close()
    }

    @Test("a wrong password and a missing database are told, the password is not")
    func refusals() async throws {
        let server = try await PostgreSQLServer.shared.value
        for url in [server.url(password: "a secret"), server.url(database: "nowhere")] {
            let database = try PostgreSQLDatabase(url: url, settings: .patient)
            let error = await #expect(throws: SQLError.self) { try await database.read { try $0.query("SELECT 1") } }
            guard case .cannotOpen(let sentence)? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(!sentence.contains("a secret"))
            #expect(!sentence.contains(PostgreSQLServer.password))
            #expect(!sentence.contains("\n"))
            await database.close()
        }
    }

    @Test("a server without encryption is refused when the address asks for it")
    func encryption() async throws {
        let url = try await PostgreSQLServer.shared.value.url() + "?sslmode=require"
        let database = try PostgreSQLDatabase(url: url, settings: .patient)
        let error = await #expect(throws: SQLError.self) { try await database.read { try $0.query("SELECT 1") } }
        #expect(Self.isUnavailable(error) && error?.description.contains("SSL") == true, "\(String(describing: error))")
        await database.close()
    }

    @Test(
        "an address that is none is refused in a sentence that does not repeat it",
        arguments: [
            "", "secret", "mysql://secret@host/db", "postgresql://user:sec@ret@host/db",
            "postgresql://user:sec/ret@host",
            "postgresql://host:port/db?nosuchkey=secret", "postgresql://user:secret%@host/db",
            "postgresql://user:secret%zz@host",
            "postgresql://[secret/db", "postgresql://user:sec?ret@host/db", "postgresql://user:sec#ret@host/db",
        ])
    func addresses(_ url: String) {
        let error = #expect(throws: SQLError.self) { try PostgreSQLDatabase(url: url) }
        guard case .invalidAddress(let sentence)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!sentence.contains("sec"))
    }

    @Test("a schema that changed under a prepared statement is noticed and met")
    func changedSchema() async throws {
        var settings = PostgreSQLSettings.patient
        settings.connections = 1
        let server = try await PostgreSQLServer.shared.value
        let url = try await server.createDatabase()
        let name = try #require(url.split(separator: "/").last.map(String.init))
        let database = try PostgreSQLDatabase(url: url, settings: settings)
        try await database.write { try $0.script("CREATE TABLE things (id BIGINT)") }
        let statement = "SELECT * FROM things"
        _ = try await database.read { try $0.query(statement) }
        try await server.run("ALTER TABLE things ADD COLUMN word TEXT; INSERT INTO things VALUES (1, 'a')", in: name)
        #expect(try await database.read { try $0.query(statement).first?.columns } == ["id", "word"])
        await database.close()
    }

    @Test("more statements than are kept prepared work all the same")
    func manyStatements() async throws {
        try await Backend.postgresql.use { database in
            for round in 0..<2 {
                try await database.read { transaction in
                    for number in 0..<300 {
                        let row = try transaction.first("SELECT \(number) + CAST(? AS BIGINT) AS sum", [round])
                        let sum: Int? = try row?["sum"]
                        #expect(sum == number + round)
                    }
                }
            }
        }
    }
}
