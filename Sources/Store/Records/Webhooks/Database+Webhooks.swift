import Document
package import FoundationEssentials
import SQL

/// Endpoints, and what is on its way to them.
extension Database {
    static let webhookTables = """
        CREATE TABLE webhooks (
            id TEXT PRIMARY KEY,
            workspace_id TEXT NOT NULL,
            url TEXT NOT NULL,
            types TEXT NOT NULL,
            about TEXT,
            keys TEXT NOT NULL,
            is_enabled BIGINT NOT NULL,
            created_at BIGINT NOT NULL
        );
        CREATE INDEX webhooks_of_workspace ON webhooks(workspace_id);
        CREATE TABLE webhook_deliveries (
            id TEXT PRIMARY KEY,
            workspace_id TEXT NOT NULL,
            webhook_id TEXT NOT NULL REFERENCES webhooks(id) ON DELETE CASCADE,
            event TEXT NOT NULL,
            session_id TEXT NOT NULL,
            sequence BIGINT NOT NULL,
            type TEXT NOT NULL,
            body TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            status TEXT NOT NULL,
            attempts BIGINT NOT NULL,
            next_at BIGINT NOT NULL,
            claimed_until BIGINT NOT NULL,
            last_result TEXT,
            UNIQUE (webhook_id, event)
        );
        CREATE INDEX webhook_deliveries_due ON webhook_deliveries(status, next_at);
        CREATE INDEX webhook_deliveries_in_order ON webhook_deliveries(webhook_id, session_id, sequence);
        """

    // MARK: Endpoints

    /// Adds an endpoint, or changes it.
    package func save(_ endpoint: WebhookEndpoint) async throws(StoreError) {
        let keys = (try? JSON(encoding: endpoint.keys).text) ?? "[]"
        let types = endpoint.types.sorted().joined(separator: " ")
        try await writing { transaction in
            try transaction.execute(
                """
                INSERT INTO webhooks (id, workspace_id, url, types, about, keys, is_enabled, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET url = excluded.url, types = excluded.types, about = excluded.about,
                    keys = excluded.keys, is_enabled = excluded.is_enabled
                """,
                [
                    endpoint.id, endpoint.workspace, endpoint.url, types, endpoint.about, keys,
                    endpoint.isEnabled ? 1 : 0,
                    endpoint.createdAt.inMilliseconds,
                ])
        }
    }

    package func endpoints(of workspace: String) async throws(StoreError) -> [WebhookEndpoint] {
        try await reading { transaction in
            try transaction.query("SELECT * FROM webhooks WHERE workspace_id = ? ORDER BY created_at, id", [workspace])
                .map(WebhookEndpoint.init(row:))
        }
    }

    package func endpoint(_ id: String, of workspace: String) async throws(StoreError) -> WebhookEndpoint? {
        try await reading { transaction in
            try transaction.first("SELECT * FROM webhooks WHERE id = ? AND workspace_id = ?", [id, workspace])
                .map(WebhookEndpoint.init(row:))
        }
    }

    /// `false` when there is none.
    package func removeEndpoint(_ id: String, of workspace: String) async throws(StoreError) -> Bool {
        try await writing { transaction in
            try transaction.execute("DELETE FROM webhooks WHERE id = ? AND workspace_id = ?", [id, workspace]) > 0
        }
    }

    // MARK: Deliveries

    /// Puts a message on its way to one endpoint, whatever types it asked for.
    @discardableResult
    package func send(
        _ message: WebhookMessage, to endpoint: WebhookEndpoint
    ) async throws(StoreError) -> WebhookDelivery {
        try await writing { transaction in
            try transaction.enter(message, for: endpoint, sequence: 0)
            let row = try transaction.first(
                "SELECT * FROM webhook_deliveries WHERE webhook_id = ? AND event = ?", [endpoint.id, message.id])
            guard let row else { throw StoreError.notFound("webhook") }
            return try WebhookDelivery(row: row)
        }
    }

    /// The newest deliveries of an endpoint, at most 200.
    package func deliveries(
        to endpoint: String, of workspace: String, limit: Int = 50
    ) async throws(StoreError) -> [WebhookDelivery] {
        try await reading { transaction in
            try transaction.query(
                """
                SELECT * FROM webhook_deliveries WHERE webhook_id = ? AND workspace_id = ?
                ORDER BY created_at DESC, sequence DESC LIMIT ?
                """, [endpoint, workspace, min(max(limit, 1), 200)]
            ).map(WebhookDelivery.init(row:))
        }
    }

    /// Has a delivery made anew, from the first attempt; `nil` when there is none.
    package func redeliver(
        _ id: String, of workspace: String, now: Date
    ) async throws(StoreError) -> WebhookDelivery? {
        try await writing { transaction in
            try transaction.first(
                """
                UPDATE webhook_deliveries SET status = 'pending', attempts = 0, next_at = ?, claimed_until = 0
                WHERE id = ? AND workspace_id = ? RETURNING *
                """, [now.inMilliseconds, id, workspace]
            ).map(WebhookDelivery.init(row:))
        }
    }

    /// How many messages wait to be delivered, everywhere.
    package func pendingDeliveries() async throws(StoreError) -> Int {
        try await reading { transaction in
            try transaction.first("SELECT COUNT(*) AS count FROM webhook_deliveries WHERE status = 'pending'")?["count"]
                ?? 0
        }
    }

    /// Takes deliveries that are due, for the caller alone until `until`. An event waits for those of its session before it.
    package func claimDeliveries(
        _ limit: Int, now: Date, until: Date
    ) async throws(StoreError) -> [(WebhookDelivery, WebhookEndpoint)] {
        try await writing { transaction in
            let lock = transaction.dialect == .sqlite ? "" : "FOR UPDATE SKIP LOCKED"
            let rows = try transaction.query(
                """
                UPDATE webhook_deliveries SET claimed_until = ? WHERE id IN (
                    SELECT id FROM webhook_deliveries AS due
                    WHERE status = 'pending' AND next_at <= ? AND claimed_until <= ? AND NOT EXISTS (
                        SELECT 1 FROM webhook_deliveries AS earlier
                        WHERE earlier.webhook_id = due.webhook_id AND earlier.session_id = due.session_id
                            AND earlier.sequence < due.sequence AND earlier.status = 'pending'
                            AND earlier.type <> 'ping')
                    ORDER BY next_at LIMIT ? \(lock))
                RETURNING *
                """, [until.inMilliseconds, now.inMilliseconds, now.inMilliseconds, limit])
            return try rows.compactMap { row in
                let delivery = try WebhookDelivery(row: row)
                return try transaction.first("SELECT * FROM webhooks WHERE id = ?", [delivery.endpoint])
                    .map { (delivery, try WebhookEndpoint(row: $0)) }
            }
        }
    }

    /// Writes down what came of an attempt.
    package func settle(_ delivery: WebhookDelivery, disablesEndpoint: Bool = false) async throws(StoreError) {
        try await writing { transaction in
            try transaction.execute(
                """
                UPDATE webhook_deliveries SET status = ?, attempts = ?, next_at = ?, claimed_until = 0, last_result = ?
                WHERE id = ?
                """,
                [
                    delivery.status.rawValue, delivery.attempts, delivery.nextAt.inMilliseconds, delivery.lastResult,
                    delivery.id,
                ])
            guard disablesEndpoint else { return }
            try transaction.execute("UPDATE webhooks SET is_enabled = 0 WHERE id = ?", [delivery.endpoint])
        }
    }

    /// Forgets deliveries that came to their end before a time.
    package func forgetDeliveries(before time: Date) async throws(StoreError) {
        try await writing { transaction in
            try transaction.execute(
                "DELETE FROM webhook_deliveries WHERE status <> 'pending' AND created_at < ?", [time.inMilliseconds])
        }
    }
}
