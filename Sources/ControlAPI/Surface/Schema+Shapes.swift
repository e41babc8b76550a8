import Document

extension Schema {
    /// Any text, an empty one too.
    static let words = Schema(.text(TextRule(length: 0...1_000_000)))
    /// A moment in UTC with milliseconds (RFC 3339).
    static let moment = Schema.text(
        TextPattern(
            #"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})"#,
            meaning: "a moment such as 2026-11-01T09:30:00.000Z"))
    /// A whole number from 0.
    static let count = Schema.integer(0...Int.max)
    /// Any object.
    static let fields = Schema.map(of: .anything)
    /// What names a session, a user, a command.
    static let identifier = Schema.text(upTo: 200)

    /// A page of a list under a name, and where the next begins.
    static func page(of element: Schema, _ name: String) -> Schema {
        .object([
            .required(name, .list(of: element)),
            .optional("next_cursor", words.described("Ask again with it as `cursor`; missing on the last page.")),
        ])
    }
}

extension Operation.Parameter {
    /// Where the page before ended.
    static let cursor = Operation.Parameter("cursor", in: .query, .text(upTo: 1_000))
    /// Elements on a page.
    static let limit = Operation.Parameter("limit", in: .query, .integer(1...200))
    /// From this moment, and before that one.
    static let from = Operation.Parameter("from", in: .query, .moment)
    static let to = Operation.Parameter("to", in: .query, .moment)
}
