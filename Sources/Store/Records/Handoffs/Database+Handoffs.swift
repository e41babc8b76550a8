import Document
import FoundationEssentials
import SQL
package import Supervision

/// Calls on their way to people.
extension Database {
    static let handoffTables = """
        CREATE TABLE handoffs (
            id TEXT PRIMARY KEY,
            workspace_id TEXT NOT NULL,
            session_id TEXT NOT NULL,
            command_id TEXT UNIQUE,
            status TEXT NOT NULL,
            is_open BIGINT NOT NULL,
            operator_id TEXT,
            version BIGINT NOT NULL,
            requested_at BIGINT NOT NULL,
            ended_at BIGINT,
            body TEXT NOT NULL
        );
        CREATE INDEX handoffs_open ON handoffs(workspace_id, is_open, requested_at);
        CREATE INDEX handoffs_of_session ON handoffs(session_id);
        CREATE INDEX handoffs_of_operator ON handoffs(operator_id, ended_at);
        """

    /// Enters a handoff; the one that is there when the same command asked for one before.
    package func enter(_ handoff: Handoff, for command: String?) async throws(StoreError) -> Handoff {
        try await writing { transaction in
            let isNew = try transaction.execute(
                """
                INSERT INTO handoffs (id, workspace_id, session_id, command_id, status, is_open, operator_id, version,
                    requested_at, ended_at, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                [
                    handoff.id, handoff.workspace, handoff.session, command, handoff.state.rawValue,
                    handoff.state.isOver ? 0 : 1, handoff.operator, handoff.version, handoff.requestedAt.inMilliseconds,
                    handoff.completedAt?.inMilliseconds, handoff.text,
                ])
            guard isNew == 0 else { return handoff }
            let known = try transaction.first("SELECT body FROM handoffs WHERE command_id = ?", [command ?? ""])
            guard let known else { throw StoreError.conflict("a handoff") }
            return try Handoff(row: known)
        }
    }

    /// Writes a handoff over the version it had when it was read; `false` when somebody else was faster.
    package func replace(_ handoff: Handoff, version: Int) async throws(StoreError) -> Bool {
        try await writing { transaction in
            try transaction.execute(
                """
                UPDATE handoffs SET status = ?, is_open = ?, operator_id = ?, version = ?, ended_at = ?, body = ?
                WHERE id = ? AND version = ?
                """,
                [
                    handoff.state.rawValue, handoff.state.isOver ? 0 : 1, handoff.operator, handoff.version,
                    handoff.completedAt?.inMilliseconds, handoff.text, handoff.id, version,
                ]) > 0
        }
    }

    package func handoff(_ id: String, in workspace: String) async throws(StoreError) -> Handoff? {
        try await reading { transaction in
            try transaction.first("SELECT body FROM handoffs WHERE id = ? AND workspace_id = ?", [id, workspace])
                .map(Handoff.init(row:))
        }
    }

    /// The newest handoffs of a workspace, at most 200: those in a state, or all.
    package func handoffs(
        in workspace: String, state: Handoff.State? = nil
    ) async throws(StoreError) -> [Handoff] {
        try await reading { transaction in
            try transaction.query(
                """
                SELECT body FROM handoffs WHERE workspace_id = ? AND status LIKE ? ORDER BY requested_at DESC LIMIT 200
                """, [workspace, state?.rawValue ?? "%"]
            ).map(Handoff.init(row:))
        }
    }

    /// Every handoff that has not come to its end, of every workspace, oldest first, at most 1 000.
    package func openHandoffs() async throws(StoreError) -> [Handoff] {
        try await reading { transaction in
            try transaction.query("SELECT body FROM handoffs WHERE is_open = 1 ORDER BY requested_at, id LIMIT 1000")
                .map(Handoff.init(row:))
        }
    }

    /// Whose a session is; `nil` when the directory does not know it.
    package func workspace(ofSession session: String) async throws(StoreError) -> String? {
        try await reading { try $0.first("SELECT workspace_id FROM sessions WHERE id = ?", [session])?["workspace_id"] }
    }

    /// The people who take calls: operators and supervisors, with what they can and since when they have had no call.
    package func handoffOperators(in workspace: String) async throws(StoreError) -> [HandoffOperator] {
        try await reading { transaction in
            let rows = try transaction.query(
                """
                SELECT users.*, (SELECT MAX(ended_at) FROM handoffs WHERE operator_id = users.id) AS last_call
                FROM users WHERE workspace_id = ? AND is_active AND role IN ('operator', 'supervisor') LIMIT 1000
                """, [workspace])
            return try rows.map { row in
                let user = try User(row: row)
                let last: Int? = try row["last_call"]
                return HandoffOperator(
                    id: user.id, skills: Set(user.skills), status: HandoffOperator.Status(user.status),
                    idleSince: last.map(Date.init(milliseconds:)) ?? user.createdAt)
            }
        }
    }
}

extension HandoffOperator.Status {
    fileprivate init(_ presence: Presence) {
        self =
            switch presence {
            case .online: .available
            case .away: .busy
            case .offline: .offline
            }
    }
}

extension Handoff {
    fileprivate var text: String { (try? JSON(encoding: self).text) ?? "{}" }

    /// Throws `corrupt` when another program wrote the row.
    fileprivate init(row: SQLRow) throws {
        let body: String = try row["body"]
        guard let handoff = try? JSON(parsing: body).decoded(as: Handoff.self) else {
            throw StoreError.corrupt("a handoff")
        }
        self = handoff
    }
}
