import Document
import FoundationEssentials
import SQL
import Supervision

extension SQLTransaction {
    /// Puts what events of a workspace mean to other programs on its way, in the transaction that keeps the events: what is in
    /// the log is delivered, and nothing else.
    func enterWebhooks(for events: [LoggedEvent], in workspace: String) throws {
        let messages = events.compactMap { event in WebhookMessage(event).map { (event.sequence, $0) } }
        guard !messages.isEmpty else { return }
        let endpoints = try query("SELECT * FROM webhooks WHERE workspace_id = ? AND is_enabled = 1", [workspace])
            .map(WebhookEndpoint.init(row:))
        for endpoint in endpoints {
            for (sequence, message) in messages
            where endpoint.types.isEmpty || endpoint.types.contains(message.type.rawValue) {
                try enter(message, for: endpoint, sequence: sequence)
            }
        }
    }

    func enter(_ message: WebhookMessage, for endpoint: WebhookEndpoint, sequence: Int) throws {
        try execute(
            """
            INSERT INTO webhook_deliveries (id, workspace_id, webhook_id, event, session_id, sequence, type, body,
                created_at, status, attempts, next_at, claimed_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', 0, ?, 0) ON CONFLICT (webhook_id, event) DO NOTHING
            """,
            [
                RandomID.make("dlv"), endpoint.workspace, endpoint.id, message.id, message.session, sequence,
                message.type.rawValue, message.body, message.at.inMilliseconds, message.at.inMilliseconds,
            ])
    }
}

extension WebhookEndpoint {
    /// Throws `corrupt` when another program wrote the row.
    init(row: SQLRow) throws {
        let id: String = try row["id"]
        let keys: String = try row["keys"]
        let types: String = try row["types"]
        let isEnabled: Int = try row["is_enabled"]
        guard let parsed = try? JSON(parsing: keys).decoded(as: [Key].self) else {
            throw StoreError.corrupt("webhook \(id)")
        }
        self.init(
            id: id, workspace: try row["workspace_id"], url: try row["url"],
            types: Set(types.split(separator: " ").map(String.init)), about: try row["about"], keys: parsed,
            isEnabled: isEnabled != 0,
            createdAt: Date(milliseconds: try row["created_at"]))
    }
}

extension WebhookDelivery {
    init(row: SQLRow) throws {
        let id: String = try row["id"]
        let status: String = try row["status"]
        guard let status = Status(rawValue: status) else { throw StoreError.corrupt("delivery \(id)") }
        self.init(
            id: id, endpoint: try row["webhook_id"], workspace: try row["workspace_id"], event: try row["event"],
            session: try row["session_id"], type: try row["type"], body: try row["body"],
            createdAt: Date(milliseconds: try row["created_at"]), status: status, attempts: try row["attempts"],
            nextAt: Date(milliseconds: try row["next_at"]), lastResult: try row["last_result"])
    }
}
