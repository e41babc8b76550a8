package import FoundationEssentials
import SQL
import Supervision

/// Who holds which session, for processes that share a database and no Redis. Their clocks agree within a second.
package struct SQLHoldings: SessionHoldings {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    package func claim(_ session: String, by process: String, now: Date) async throws(StoreError) -> Holding? {
        let (now, expiry) = times(now)
        return try await database.writing { transaction in
            let row = try transaction.first(
                """
                INSERT INTO holdings (session_id, workspace_id, process, epoch, expires_at) VALUES (?, ?, ?, 1, ?)
                ON CONFLICT (session_id) DO UPDATE SET
                    epoch = holdings.epoch
                        + CASE WHEN holdings.process = excluded.process AND holdings.expires_at > ? THEN 0 ELSE 1 END,
                    process = excluded.process, expires_at = excluded.expires_at
                WHERE holdings.process IS NULL OR holdings.process = excluded.process OR holdings.expires_at <= ?
                RETURNING epoch
                """, [session, Workspace.first, process, expiry, now, now])
            return try row.map { Holding(session: session, process: process, epoch: try $0["epoch"]) }
        }
    }

    package func renew(_ holding: Holding, now: Date) async throws(StoreError) -> Bool {
        let (_, expiry) = times(now)
        return try await database.writing { transaction in
            try transaction.execute(
                "UPDATE holdings SET expires_at = ? WHERE session_id = ? AND process = ? AND epoch = ?",
                [expiry, holding.session, holding.process, holding.epoch]) > 0
        }
    }

    package func release(_ holding: Holding) async {
        _ = try? await database.writing { transaction in
            try transaction.execute(
                "UPDATE holdings SET process = NULL WHERE session_id = ? AND process = ? AND epoch = ?",
                [holding.session, holding.process, holding.epoch])
        }
    }

    package func holder(of session: String, now: Date) async throws(StoreError) -> Holding? {
        let now = now.inMilliseconds
        return try await database.reading { transaction in
            let row = try transaction.first(
                "SELECT process, epoch FROM holdings WHERE session_id = ? AND process IS NOT NULL AND expires_at > ?",
                [session, now])
            return try row.map { Holding(session: session, process: try $0["process"], epoch: try $0["epoch"]) }
        }
    }

    private func times(_ now: Date) -> (now: Int, expiry: Int) {
        (now.inMilliseconds, now.addingTimeInterval(Holding.lifetime).inMilliseconds)
    }
}
