package import FoundationEssentials
import SQL

/// Checkpoints in a database, SQLite or PostgreSQL. They stay until they are pruned or removed.
package struct SQLCheckpointStore: CheckpointStore {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    package func save(_ checkpoint: StoredCheckpoint) async throws(StoreError) {
        try checkpoint.validate(limit: checkpointLimit)
        try await database.writing { transaction in
            let isNew = try transaction.execute(
                """
                INSERT INTO checkpoints (session, sequence, parent, at, label, payload, checksum)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (session, sequence) DO NOTHING
                """,
                [
                    checkpoint.session, checkpoint.sequence, checkpoint.parent, checkpoint.milliseconds,
                    checkpoint.label, checkpoint.payload, Checksum.of(checkpoint.payload),
                ])
            guard isNew == 0 else { return }
            let known = try transaction.first(
                "SELECT * FROM checkpoints WHERE session = ? AND sequence = ?",
                [checkpoint.session, checkpoint.sequence])
            guard let known, try StoredCheckpoint(row: known).isSame(as: checkpoint) else {
                throw StoreError.conflict(StoredCheckpoint.name(checkpoint.sequence, of: checkpoint.session))
            }
        }
    }

    package func latest(of session: String) async throws(StoreError) -> StoredCheckpoint? {
        try await database.reading { transaction in
            try transaction.first(
                "SELECT * FROM checkpoints WHERE session = ? ORDER BY sequence DESC LIMIT 1", [session]
            ).map(StoredCheckpoint.init(row:))
        }
    }

    package func checkpoint(_ sequence: Int, of session: String) async throws(StoreError) -> StoredCheckpoint? {
        try await database.reading { transaction in
            try transaction.first(
                "SELECT * FROM checkpoints WHERE session = ? AND sequence = ?", [session, sequence]
            ).map(StoredCheckpoint.init(row:))
        }
    }

    package func history(
        of session: String, before sequence: Int?, limit: Int
    ) async throws(StoreError) -> [StoredCheckpoint] {
        let limit = min(max(limit, 0), checkpointPage)
        return try await database.reading { transaction in
            var page: [StoredCheckpoint] = []
            var end = sequence ?? Int.max
            // A page is filled although some of its rows are corrupt.
            while page.count < limit {
                let rows = try transaction.query(
                    "SELECT * FROM checkpoints WHERE session = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?",
                    [session, end, limit - page.count])
                guard let last = rows.last else { break }
                page += rows.compactMap { try? StoredCheckpoint(row: $0) }
                end = try last["sequence"]
            }
            return page
        }
    }

    package func prune(_ session: String, keeping count: Int) async throws(StoreError) {
        try await database.writing { transaction in
            try transaction.execute(
                """
                DELETE FROM checkpoints WHERE session = ? AND sequence NOT IN (
                    SELECT sequence FROM checkpoints WHERE session = ? ORDER BY sequence DESC LIMIT ?)
                """, [session, session, max(count, 0)])
        }
    }

    package func expire(before time: Date) async throws(StoreError) {
        let limit = Int((time.timeIntervalSince1970 * 1000).rounded(.down))
        try await database.writing { transaction in
            try transaction.execute(
                """
                DELETE FROM checkpoints WHERE session IN (
                    SELECT session FROM checkpoints GROUP BY session HAVING MAX(at) < ?)
                """, [limit])
        }
    }

    package func remove(_ session: String) async throws(StoreError) {
        try await database.writing { transaction in
            try transaction.execute("DELETE FROM checkpoints WHERE session = ?", [session])
        }
    }
}

extension StoredCheckpoint {
    /// Throws `corrupt` when another program wrote the row, or its bytes are not those that were saved.
    init(row: SQLRow) throws(StoreError) {
        let session: String? = try? row["session"]
        let sequence: Int? = try? row["sequence"]
        guard let session, let sequence else { throw .corrupt("a checkpoint") }
        do throws(SQLError) {
            let payload: [UInt8] = try row["payload"]
            let checksum: Int = try row["checksum"]
            guard sequence > 0, Checksum.of(payload) == checksum else {
                throw .mistyped(column: "payload", expected: "checkpoint")
            }
            self.init(
                session: session, sequence: sequence, parent: try row["parent"],
                at: Self.date(milliseconds: try row["at"]), label: try row["label"], payload: payload)
        } catch {
            throw .corrupt(Self.name(sequence, of: session))
        }
    }

    /// Whether it is the same one, as far as a store keeps it.
    func isSame(as other: StoredCheckpoint) -> Bool {
        session == other.session && sequence == other.sequence && parent == other.parent
            && milliseconds == other.milliseconds && label == other.label && payload == other.payload
    }
}
