import Document
import SQL

extension Database {
    /// Writes an entry down behind the last one of its workspace, whoever else writes.
    @discardableResult
    package func append(_ entry: AuditEntry) async throws(StoreError) -> AuditRecord {
        for (text, name) in [(entry.actor, "actor"), (entry.action, "action"), (entry.target, "target")] {
            try Input.check(text, name, limit: 512)
        }
        try Input.check(entry.requestID, "request id", limit: 256)
        return try await writing { transaction in
            try transaction.lock([.audit(entry.workspace)])
            let last = try transaction.first(
                "SELECT * FROM audit_log WHERE workspace_id = ? ORDER BY seq DESC LIMIT 1", [entry.workspace])
            let record = AuditRecord(entry, after: try last.map { try AuditRecord(row: $0) })
            try transaction.insert(record)
            return record
        }
    }

    /// The entries that are asked for, newest first.
    package func audit(_ query: AuditQuery, in workspace: String) async throws(StoreError) -> [AuditRecord] {
        let filter = AuditFilter(query, in: workspace)
        return try await reading { transaction in
            try transaction.query(filter.statement, filter.values).map { try AuditRecord(row: $0) }
        }
    }

    /// Follows the chain of a workspace from its beginning.
    package func verifyAudit(in workspace: String) async throws(StoreError) -> AuditVerdict {
        var (next, hash) = (1, AuditRecord.noHash)
        while true {
            let (first, page) = (next, 500)
            let rows = try await reading { transaction in
                try transaction.query(
                    "SELECT * FROM audit_log WHERE workspace_id = ? AND seq >= ? ORDER BY seq LIMIT ?",
                    [workspace, first, page])
            }
            for row in rows {
                guard let record = try? AuditRecord(row: row), record.follows(hash, at: next) else {
                    return .broken(sequence: next)
                }
                (next, hash) = (next + 1, record.hash)
            }
            if rows.count < page { return .intact(count: next - 1, lastHash: hash) }
        }
    }
}

extension SQLTransaction {
    fileprivate func insert(_ record: AuditRecord) throws {
        let entry = record.entry
        try execute(
            """
            INSERT INTO audit_log (workspace_id, seq, at, actor, action, target, before_value, after_value, request_id,
            prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                entry.workspace, record.sequence, Moment.milliseconds(entry.at), entry.actor, entry.action,
                entry.target, entry.before?.text, entry.after?.text, entry.requestID, record.previousHash,
                record.hash,
            ])
    }
}
