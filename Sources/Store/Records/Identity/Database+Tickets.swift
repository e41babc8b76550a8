package import FoundationEssentials
import SQL

extension Database {
    /// Keeps what a ticket is good for, by the digest of the ticket.
    package func addTicket(_ hash: String, _ payload: String, in workspace: String, until expiry: Date)
        async throws(StoreError)
    {
        try await writing { transaction in
            try transaction.execute(
                "INSERT INTO stream_tickets (workspace_id, hash, payload, expires_at) VALUES (?, ?, ?, ?)",
                [workspace, hash, payload, Moment.milliseconds(expiry)])
        }
    }

    /// Takes a ticket away and returns what it is good for; `nil` when it was taken before, expired, or never was.
    package func takeTicket(_ hash: String, now: Date) async throws(StoreError) -> String? {
        try await writing { transaction in
            let row = try transaction.first(
                "DELETE FROM stream_tickets WHERE hash = ? RETURNING payload, expires_at", [hash])
            guard let row, try row["expires_at"] > Moment.milliseconds(now) else { return nil }
            return try row["payload"]
        }
    }
}
