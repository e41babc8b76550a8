package import FoundationEssentials
import SQL

extension Database {
    /// Rows that an answer may have.
    private static let longestUsage = 1_000

    /// Writes entries down together; those that are there already stay as they are.
    package func enter(_ entries: [UsageEntry]) async throws(StoreError) {
        guard !entries.isEmpty else { return }
        try await writing { transaction in
            for entry in entries { try transaction.insert(entry) }
        }
    }

    /// What a workspace used from one moment until before another, added up; the dearest group first.
    package func usage(
        of workspace: String, from: Date, to: Date, by grouping: UsageSum.Grouping
    ) async throws(StoreError) -> [UsageSum] {
        // Names of columns; nothing that anybody sends.
        let (label, columns) =
            switch grouping {
            case .provider: ("provider", "provider, kind, model")
            case .kind: ("kind", "kind")
            case .session: ("session_id", "session_id")
            case .day: ("CAST(at / 86400000 * 86400000 AS TEXT)", "at / 86400000 * 86400000")
            }
        let isByProvider = grouping == .provider
        let kind = isByProvider || grouping == .kind ? "kind" : "''"
        let statement = """
            SELECT \(label) AS label, \(kind) AS kind, \(isByProvider ? "model" : "''") AS model,
                COUNT(*) AS requests, \(Self.sums)
            FROM usage_ledger WHERE workspace_id = ? AND at >= ? AND at < ?
            GROUP BY \(columns) ORDER BY cost_micros DESC, requests DESC, label LIMIT ?
            """
        return try await reading { transaction in
            try transaction.query(
                statement,
                [workspace, Moment.milliseconds(from), Moment.milliseconds(to), Self.longestUsage]
            ).map { try UsageSum(row: $0) }
        }
    }

    /// What a workspace has spent since a moment, in millionths of the currency.
    package func spent(by workspace: String, since start: Date) async throws(StoreError) -> Int {
        try await reading { try $0.spent(by: workspace, since: start) }
    }

    private static let sums = ["sound_ms", "characters", "input_tokens", "output_tokens", "cost_micros"]
        .map { "CAST(COALESCE(SUM(\($0)), 0) AS BIGINT) AS \($0)" }.joined(separator: ", ")
}

extension SQLTransaction {
    func spent(by workspace: String, since start: Date) throws -> Int {
        let row = try first(
            """
            SELECT CAST(COALESCE(SUM(cost_micros), 0) AS BIGINT) AS spent FROM usage_ledger
            WHERE workspace_id = ? AND at >= ?
            """, [workspace, Moment.milliseconds(start)])
        return try row?["spent"] ?? 0
    }

    fileprivate func insert(_ entry: UsageEntry) throws {
        try execute(
            """
            INSERT INTO usage_ledger (workspace_id, id, session_id, kind, provider, model, outcome, sound_ms, characters,
                input_tokens, output_tokens, cost_micros, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
            """,
            [
                entry.workspace, entry.id, entry.session, entry.kind, entry.provider, entry.model, entry.outcome,
                entry.soundMilliseconds, entry.characters, entry.inputTokens, entry.outputTokens, entry.cost,
                Moment.milliseconds(entry.at),
            ])
    }
}
