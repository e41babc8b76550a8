import Testing

@testable import SQL

@Suite("The text of a statement") struct StatementTextTests {
    @Test(
        "a question mark is a place for a value, unless it is quoted",
        arguments: [
            ("SELECT ?", "SELECT $1", 1), ("a = ? AND b = ?", "a = $1 AND b = $2", 2), ("'?' ?", "'?' $1", 1),
            ("'it''s ?' ?", "'it''s ?' $1", 1), ("\"a?\" = ?", "\"a?\" = $1", 1), ("`a?` ?", "`a?` $1", 1),
            ("-- ?\n?", "-- ?\n$1", 1), ("/* ? /* ? */ ? */ ?", "/* ? /* ? */ ? */ $1", 1),
            ("$$ ? $$ ?", "$$ ? $$ $1", 1), ("$a$ $b$ ? $a$ ?", "$a$ $b$ ? $a$ $1", 1),
            ("E'\\'?' ?", "E'\\'?' $1", 1), ("'\\' ?", "'\\' $1", 1), ("name'?' ?", "name'?' $1", 1),
            ("'ü?' || ?", "'ü?' || $1", 1), ("a$b ?", "a$b $1", 1), ("a /", "a /", 0),
        ])
    func places(_ text: String, _ numbered: String, _ count: Int) {
        var scanner = StatementScanner(text)
        scanner.scan()
        #expect(scanner.numbered == numbered)
        #expect(scanner.places == count)
    }

    @Test("a statement has as many values as places")
    func counting() {
        #expect(throws: SQLError.misuse("a statement has 2 places for 1 values")) {
            try StatementText("SELECT ?, ?", values: 1)
        }
    }

    @Test(
        "a statement cannot end its transaction",
        arguments: [
            "COMMIT", " rollback", "-- note\nEnd", "/* note */begin", "SAVEPOINT a", "release a", "ABORT",
            "Start TRANSACTION",
        ])
    func transactions(_ text: String) {
        #expect(throws: SQLError.self) { try StatementText(text, values: 0) }
    }

    @Test("a statement says something", arguments: ["", " ", ";", "-- SELECT 1", "/* SELECT 1 */", "?"])
    func empty(_ text: String) {
        #expect(throws: SQLError.misuse("a statement is empty")) { try StatementText(text, values: 0) }
    }

    @Test("a word that begins like one is none")
    func similar() throws {
        for text in ["SELECT 'COMMIT'", "commitment", "beginning"] { _ = try StatementText(text, values: 0) }
    }

    @Test("text that ends anywhere is read to its end")
    func truncated() {
        let text = "SELECT 'a''b', \"c\", E'\\'d', $t$ e $t$ /* f /* g */ */ -- h\n, `i`, ?"
        for length in 0...text.utf8.count {
            let cut = String(decoding: Array(text.utf8).prefix(length), as: UTF8.self)
            var scanner = StatementScanner(cut)
            scanner.scan()
            #expect(scanner.places == (length == text.utf8.count ? 1 : 0))
            #expect(scanner.numbered.utf8.starts(with: cut.utf8) || scanner.places == 1)
        }
    }
}
