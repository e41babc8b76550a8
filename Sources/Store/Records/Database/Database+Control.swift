import SQL

/// The tables of live and past sessions, and of what controls them. Times are milliseconds since 1970.
extension Database {
    /// For both dialects: `BIGINT` is an integer in SQLite too. The bytes of a control are told apart below.
    private static let controlTables = """
        CREATE TABLE sessions (
            id TEXT PRIMARY KEY NOT NULL,
            workspace_id TEXT NOT NULL,
            channel TEXT NOT NULL,
            room TEXT,
            status TEXT NOT NULL CHECK (status IN ('live', 'ended')),
            mode TEXT NOT NULL,
            owner TEXT,
            is_entered BOOLEAN NOT NULL,
            title TEXT,
            tags TEXT NOT NULL,
            started_at BIGINT NOT NULL,
            ended_at BIGINT,
            end_reason TEXT,
            turn_count BIGINT NOT NULL,
            agent TEXT NOT NULL,
            intent TEXT,
            customer_name TEXT,
            search TEXT NOT NULL,
            last_seq BIGINT NOT NULL,
            summary_seq BIGINT NOT NULL,
            mode_seq BIGINT NOT NULL
        );
        CREATE INDEX sessions_on_start ON sessions(workspace_id, started_at, id);
        CREATE INDEX sessions_on_owner ON sessions(workspace_id, owner, started_at);
        CREATE TABLE session_guests (
            session_id TEXT NOT NULL,
            person TEXT NOT NULL,
            workspace_id TEXT NOT NULL,
            PRIMARY KEY (session_id, person)
        );
        CREATE INDEX session_guests_on_person ON session_guests(workspace_id, person);
        CREATE TABLE events (
            session_id TEXT NOT NULL,
            seq BIGINT NOT NULL,
            workspace_id TEXT NOT NULL,
            type TEXT NOT NULL,
            ts BIGINT NOT NULL,
            is_documented BOOLEAN NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (session_id, seq)
        );
        CREATE INDEX events_on_ts ON events(ts);
        CREATE TABLE approvals (
            id TEXT PRIMARY KEY NOT NULL,
            workspace_id TEXT NOT NULL,
            session_id TEXT NOT NULL,
            tool TEXT NOT NULL,
            arguments TEXT NOT NULL,
            prompt TEXT NOT NULL,
            asked_at BIGINT NOT NULL,
            deadline BIGINT,
            approver TEXT,
            status TEXT NOT NULL,
            decided_by TEXT
        );
        CREATE INDEX approvals_on_status ON approvals(workspace_id, status, asked_at);
        CREATE INDEX approvals_on_session ON approvals(session_id);
        CREATE TABLE holdings (
            session_id TEXT PRIMARY KEY NOT NULL,
            workspace_id TEXT NOT NULL,
            process TEXT,
            epoch BIGINT NOT NULL,
            expires_at BIGINT NOT NULL
        );
        """

    private static func controls(_ bytes: String) -> String {
        """
        CREATE TABLE session_control (
            session_id TEXT PRIMARY KEY NOT NULL,
            workspace_id TEXT NOT NULL,
            epoch BIGINT NOT NULL,
            control \(bytes) NOT NULL,
            written_at BIGINT NOT NULL
        );
        """
    }

    static let control = Migration(
        "sessions and their control", sqlite: controlTables + controls("BLOB"),
        postgresql: controlTables + controls("BYTEA"))
}
