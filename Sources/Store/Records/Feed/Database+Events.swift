package import FoundationEssentials
import SQL
import Supervision

extension Database {
    /// Rows in one statement.
    private static let rows = 50
    /// Events on a page, at most.
    static let eventPage = 500

    /// Writes events, and into the directory what they mean. An event that is there already stays as it is.
    func keep(_ events: [LoggedEvent]) async throws(StoreError) {
        try await writing { transaction in
            // In one order for all, so that two processes never wait for each other.
            let sessions = Dictionary(grouping: events, by: \.sessionID).sorted { $0.key < $1.key }
            for (session, events) in sessions {
                let workspace = try transaction.read(events, of: session)
                for start in stride(from: 0, to: events.count, by: Self.rows) {
                    try transaction.insert(events[start..<min(start + Self.rows, events.count)], workspace)
                }
                try transaction.enterWebhooks(for: events, in: workspace)
            }
        }
    }

    /// At most `limit` of a session's events after a number, oldest first.
    func events(of session: String, after sequence: Int, limit: Int) async throws(StoreError) -> [LoggedEvent] {
        let limit = min(max(limit, 0), Self.eventPage)
        return try await reading { transaction in
            try transaction.query(
                "SELECT * FROM events WHERE session_id = ? AND seq > ? ORDER BY seq LIMIT ?",
                [session, sequence, limit]
            ).map(LoggedEvent.init(row:))
        }
    }

    /// The numbers of a session's kept events.
    package func sequences(of session: String) async throws(StoreError) -> Set<Int> {
        try await reading { transaction in
            let rows = try transaction.query("SELECT seq FROM events WHERE session_id = ?", [session])
            return Set(try rows.map { row throws(SQLError) -> Int in try row["seq"] })
        }
    }

    /// How far a session's kept events reach; `nil` when there are none.
    func extent(of session: String) async throws(StoreError) -> LogExtent? {
        try await reading { transaction in
            let row = try transaction.first(
                "SELECT MIN(seq) AS oldest, MAX(seq) AS last FROM events WHERE session_id = ?", [session])
            guard let row, let oldest: Int = try row["oldest"], let last: Int = try row["last"] else { return nil }
            return LogExtent(oldest: oldest, last: last)
        }
    }

    /// The newest number of a session's log that was ever kept, also when the events are gone; 0 for an unknown session.
    func lastSequence(of session: String) async throws(StoreError) -> Int {
        try await reading { transaction in
            let known: Int? = try transaction.first("SELECT last_seq FROM sessions WHERE id = ?", [session])?[
                "last_seq"]
            let kept: Int? = try transaction.first(
                "SELECT MAX(seq) AS last FROM events WHERE session_id = ?", [session])?["last"]
            return max(known ?? 0, kept ?? 0)
        }
    }

    /// Forgets events from before a moment, at most `limit` of them; returns how many. Their sessions stay.
    @discardableResult
    package func sweepEvents(before time: Date, limit: Int = 5_000) async throws(StoreError) -> Int {
        try await writing { transaction in
            try transaction.execute(
                """
                DELETE FROM events WHERE (session_id, seq) IN (
                    SELECT session_id, seq FROM events WHERE ts < ? ORDER BY ts LIMIT ?)
                """, [time.inMilliseconds, limit])
        }
    }
}

extension SQLTransaction {
    /// Reads events into the session's entry; returns the session's workspace.
    fileprivate func read(_ events: [LoggedEvent], of session: String) throws -> String {
        let known = try entry(session)
        var entry = known
        var questions: [ApprovalChange] = []
        for event in events {
            let change = SessionChange(event)
            if case .approval(let question) = change { questions.append(question) }
            if case .summary(let summary) = change, entry == nil {
                entry = DirectoryEntry(record: SessionRecord(summary))
            }
            entry?.take(change, at: event.sequence)
        }
        if let entry, entry != known { try put(entry) }
        let workspace = entry?.record.ownership.workspace ?? Workspace.first
        for question in questions { try note(question, workspace: workspace) }
        return workspace
    }

    fileprivate func insert(_ events: ArraySlice<LoggedEvent>, _ workspace: String) throws {
        let places = events.map { _ in "(?, ?, ?, ?, ?, ?, ?)" }.joined(separator: ", ")
        let values: [[(any SQLConvertible)?]] = events.map {
            [$0.sessionID, $0.sequence, workspace, $0.type, $0.at.inMilliseconds, $0.isDocumented, $0.text]
        }
        try execute(
            """
            INSERT INTO events (session_id, seq, workspace_id, type, ts, is_documented, text) VALUES \(places)
            ON CONFLICT (session_id, seq) DO NOTHING
            """, values.flatMap(\.self))
    }
}

extension LoggedEvent {
    init(row: SQLRow) throws {
        self.init(
            sequence: try row["seq"], at: Date(milliseconds: try row["ts"]), sessionID: try row["session_id"],
            type: try row["type"], isDocumented: try row["is_documented"], text: try row["text"])
    }
}
