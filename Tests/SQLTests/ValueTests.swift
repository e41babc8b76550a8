import SQL
import Testing

@Suite("Values in a database") struct ValueTests {
    private enum Colour: String, SQLConvertible { case red, green }

    private static let texts = [
        "", " ", "héllo wörld", "日本語", "👩‍👩‍👧‍👦 family", "it's \"quoted\"", "'; DROP TABLE things; --",
        "100%_\\n\\0", "?", "$1 :name @x", "\u{1}\u{7f}\u{feff}", "a\r\nb\tc", "\\x41", "NULL", "e\u{301}",
        String(repeating: "0123456789ü", count: 200_000),
    ]

    /// What values become on their way through a column of a type.
    private func stored(
        _ values: [(any SQLConvertible)?], as type: String, in backend: Backend
    ) async throws -> [SQLValue] {
        let values = values.map { $0?.sqlValue ?? .null }
        return try await backend.use { database in
            try await database.write { transaction in
                try transaction.execute("CREATE TABLE things (id BIGINT, value \(type))")
                for (id, value) in values.enumerated() {
                    try transaction.execute("INSERT INTO things (id, value) VALUES (?, ?)", [id, value])
                }
                return try transaction.query("SELECT value FROM things ORDER BY id").compactMap(\.values.first)
            }
        }
    }

    @Test("text comes back as it went in, whatever it says", arguments: Backend.allCases)
    func text(_ backend: Backend) async throws {
        let back = try await stored(Self.texts, as: "TEXT", in: backend)
        // Strings are equal when they look the same; these are the same.
        let bytes = back.map { value in if case .text(let text) = value { Array(text.utf8) } else { [UInt8]() } }
        #expect(bytes == Self.texts.map { Array($0.utf8) })
    }

    @Test("text is found by its equal", arguments: Backend.allCases)
    func comparison(_ backend: Backend) async throws {
        try await backend.use { database in
            let found = try await database.read { transaction in
                try Self.texts.map { text in
                    try transaction.query("SELECT 1 AS one WHERE CAST(? AS TEXT) = ?", [text, text]).count
                }
            }
            #expect(found == Self.texts.map { _ in 1 })
        }
    }

    @Test("integers come back as they went in", arguments: Backend.allCases)
    func integers(_ backend: Backend) async throws {
        let integers = [0, 1, -1, .max, .min, 9_007_199_254_740_993]
        #expect(try await stored(integers, as: "BIGINT", in: backend) == integers.map(SQLValue.integer))
    }

    @Test("real numbers come back as they went in", arguments: Backend.allCases)
    func reals(_ backend: Backend) async throws {
        let reals = [
            -0.5, 0.1, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .pi, .infinity, -.infinity,
        ]
        #expect(try await stored(reals, as: "DOUBLE PRECISION", in: backend) == reals.map(SQLValue.real))
    }

    @Test("bytes come back as they went in", arguments: Backend.allCases)
    func blobs(_ backend: Backend) async throws {
        let type = backend.dialect == .sqlite ? "BLOB" : "BYTEA"
        let blobs: [[UInt8]] = [[], [0], Array(0...255), Array(repeating: 0, count: 100_000)]
        #expect(try await stored(blobs, as: type, in: backend) == blobs.map(SQLValue.blob))
    }

    @Test("null is null in every column", arguments: Backend.allCases)
    func null(_ backend: Backend) async throws {
        for type in ["TEXT", "BIGINT", "BOOLEAN"] {
            #expect(
                try await stored([nil, String?.none, SQLValue.null], as: type, in: backend) == [.null, .null, .null])
        }
    }

    @Test("true and false are read as such", arguments: Backend.allCases)
    func bools(_ backend: Backend) async throws {
        let back = try await stored([true, false], as: "BOOLEAN", in: backend)
        #expect(back.map(Bool.init(sqlValue:)) == [true, false])
    }

    @Test("an enumeration is stored as its raw value", arguments: Backend.allCases)
    func enumerations(_ backend: Backend) async throws {
        let back = try await stored([Colour.green], as: "TEXT", in: backend)
        #expect(back == [.text("green")])
        #expect(back.map(Colour.init(sqlValue:)) == [.green])
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
