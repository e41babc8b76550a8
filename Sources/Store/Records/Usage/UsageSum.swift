import SQL

/// What a group of requests comes to.
package struct UsageSum: Hashable, Sendable {
    /// By what the ledger is added up.
    package enum Grouping: String, Hashable, Sendable, CaseIterable {
        case provider, kind, session, day
    }

    /// The provider and its model, the kind, the session, or the day (UTC) as milliseconds since 1970.
    package let key: String
    package let kind: String
    package let model: String
    package let requests: Int
    package let soundMilliseconds: Int
    package let characters: Int
    package let inputTokens: Int
    package let outputTokens: Int
    package let cost: Int

    init(row: SQLRow) throws(SQLError) {
        key = try row["label"]
        kind = try row["kind"]
        model = try row["model"]
        requests = try row["requests"]
        soundMilliseconds = try row["sound_ms"]
        characters = try row["characters"]
        inputTokens = try row["input_tokens"]
        outputTokens = try row["output_tokens"]
        cost = try row["cost_micros"]
    }
}
