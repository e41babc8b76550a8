import SQL
import Testing

@Suite("Values in a database") struct ValueTests {
    private enum Colour: String, SQLConvertible { case red, green }

    /// What a value becomes on its way through a column of a type.
    private func stored(
        _ value: (any SQLConvertible)?, as type: String, in backend: Backend
    ) async throws -> SQLValue? {
        try await backend.use { database in
            try await database.write { transaction in
                try transaction.execute("CREATE TABLE things (value \(type))")
                try transaction.execute("INSERT INTO things (value) VALUES (?)", [value])
                return try transaction.first("SELECT value FROM things")?.values.first
            }
        }
    }

    @Test(
        "text comes back as it went in, whatever it says", arguments: Backend.allCases,
        [
            "", " ", "héllo wörld", "日本語", "👩‍👩‍👧‍👦 family", "it's \"quoted\"", "'; DROP TABLE things; --",
            "100%_\\n\\0", "?", "$1 :name @x", "\u{1}\u{7f}\u{feff}", "a\r\nb\tc", "\\x41", "NULL", "e\u{301}",
        ])
    func text(_ backend: Backend, _ text: String) async throws {
        let back = try await stored(text, as: "TEXT", in: backend)
        guard case .text(let words)? = back else {
            Issue.record("\(String(describing: back)) is no text")
            return
        }
        #expect(Array(words.utf8) == Array(text.utf8))
    }

    @Test("long text comes back whole", arguments: Backend.allCases)
    func longText(_ backend: Backend) async throws {
        let text = String(repeating: "0123456789ü", count: 200_000)
        #expect(try await stored(text, as: "TEXT", in: backend) == .text(text))
    }

    @Test(
        "integers come back as they went in", arguments: Backend.allCases,
        [0, 1, -1, .max, .min, 9_007_199_254_740_993])
    func integers(_ backend: Backend, _ integer: Int) async throws {
        #expect(try await stored(integer, as: "BIGINT", in: backend) == .integer(integer))
    }

    @Test(
        "real numbers come back as they went in", arguments: Backend.allCases,
        [-0.5, 0.1, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .pi, .infinity, -.infinity])
    func reals(_ backend: Backend, _ real: Double) async throws {
        #expect(try await stored(real, as: "DOUBLE PRECISION", in: backend) == .real(real))
    }

    @Test("bytes come back as they went in", arguments: Backend.allCases)
    func blobs(_ backend: Backend) async throws {
        let type = backend.dialect == .sqlite ? "BLOB" : "BYTEA"
        for bytes: [UInt8] in [[], [0], Array(0...255), Array(repeating: 0, count: 100_000)] {
            #expect(try await stored(bytes, as: type, in: backend) == .blob(bytes))
        }
    }

    @Test("null is null in every column", arguments: Backend.allCases, ["TEXT", "BIGINT", "BOOLEAN"])
    func null(_ backend: Backend, _ type: String) async throws {
        #expect(try await stored(nil, as: type, in: backend) == .null)
        #expect(try await stored(String?.none, as: type, in: backend) == .null)
        #expect(try await stored(SQLValue.null, as: type, in: backend) == .null)
    }

    @Test("true and false are read as such", arguments: Backend.allCases, [true, false])
    func bools(_ backend: Backend, _ flag: Bool) async throws {
        let back = try await stored(flag, as: "BOOLEAN", in: backend)
        #expect(back.flatMap(Bool.init(sqlValue:)) == flag)
    }

    @Test("an enumeration is stored as its raw value", arguments: Backend.allCases)
    func enumerations(_ backend: Backend) async throws {
        let back = try await stored(Colour.green, as: "TEXT", in: backend)
        #expect(back == .text("green"))
        #expect(back.flatMap(Colour.init(sqlValue:)) == .green)
        #expect(Colour(sqlValue: "blue") == nil)
    }

    @Test("a sum of integers is an integer", arguments: Backend.allCases)
    func sums(_ backend: Backend) async throws {
        try await backend.use { database in
            let sum: Int? = try await database.write { transaction in
                try transaction.script("CREATE TABLE n (v BIGINT); INSERT INTO n VALUES (2); INSERT INTO n VALUES (40)")
                return try transaction.first("SELECT SUM(v) AS sum FROM n")?["sum"]
            }
            #expect(sum == 42)
        }
    }

    @Test("what no database can hold is refused, and its words do not quote it", arguments: Backend.allCases)
    func unstorable(_ backend: Backend) async throws {
        for value: any SQLConvertible in ["secret\0word", Double.nan] {
            let error = await #expect(throws: SQLError.self) {
                try await backend.use { database in
                    try await database.write { try $0.query("SELECT ?, ?", [1, value]) }
                }
            }
            guard case .unstorable(place: 2, _) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(error?.description.contains("secret") == false)
        }
    }

    @Test("a column that is missing, null or of another type is told by its name", arguments: Backend.allCases)
    func columns(_ backend: Backend) async throws {
        let row = try await backend.use { database in
            try await database.read { try $0.first("SELECT 1 AS number, 'a' AS word, NULL AS missing") }
        }
        let found = try #require(row)
        #expect(found.columns == ["number", "word", "missing"])
        #expect(try found["number"] == 1)
        #expect(try found["missing"] as String? == nil)
        #expect(throws: SQLError.noColumn("other")) { try found["other"] as Int }
        #expect(throws: SQLError.noColumn("other")) { try found["other"] as Int? }
        #expect(throws: SQLError.mistyped(column: "missing", expected: "Int")) { try found["missing"] as Int }
        #expect(throws: SQLError.mistyped(column: "word", expected: "Int")) { try found["word"] as Int? }
        #expect(throws: SQLError.mistyped(column: "number", expected: "String")) { try found["number"] as String }
    }
}
