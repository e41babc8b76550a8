/// The text of one statement, with a `?` for every value.
///
/// A `?` in a string, a quoted name or a comment is no place for a value. PostgreSQL's JSON operators with a question mark
/// cannot be written: they have functions of the same meaning, such as `jsonb_exists`.
struct StatementText: Hashable, Sendable {
    let text: String
    /// With `$1`, `$2`, … for the places: PostgreSQL's way.
    let numbered: String
    /// How many `?` it has.
    let places: Int

    /// Words that begin or end a transaction, which a statement may not.
    private static let forbidden: Set = [
        "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "PREPARE",
    ]

    /// Throws `misuse` when the number of places is another one, or the statement is empty or would end the transaction.
    init(_ text: String, values: Int) throws(SQLError) {
        var scanner = StatementScanner(text)
        scanner.scan()
        self.text = text
        numbered = scanner.numbered
        places = scanner.places
        if Self.forbidden.contains(scanner.firstWord) {
            throw .misuse(
                "a statement may not begin with \(scanner.firstWord): transactions are begun and ended for it")
        }
        if scanner.firstWord.isEmpty { throw .misuse("a statement is empty") }
        if places != values {
            throw .misuse("a statement has \(places) places for \(values) values")
        }
    }
}
