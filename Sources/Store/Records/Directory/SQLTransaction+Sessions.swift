import Document
import FoundationEssentials
import SQL
import Supervision

extension SQLTransaction {
    /// A session's entry, for a writer: nobody else changes it before the transaction's end.
    func entry(_ session: String) throws -> DirectoryEntry? {
        let lock = dialect == .postgresql ? " FOR UPDATE" : ""
        guard let row = try first("SELECT * FROM sessions WHERE id = ?\(lock)", [session]) else { return nil }
        return try DirectoryEntry(row: row, guests: try guests(of: [session])[session] ?? [])
    }

    /// Writes an entry, without its guests.
    func put(_ entry: DirectoryEntry) throws {
        let columns = DirectoryEntry.columns
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let changes = columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        try execute(
            """
            INSERT INTO sessions (\(columns.joined(separator: ", "))) VALUES (\(places))
            ON CONFLICT (id) DO UPDATE SET \(changes)
            """, entry.values)
    }

    /// With whom sessions are shared.
    func guests(of sessions: [String]) throws -> [String: Set<String>] {
        guard !sessions.isEmpty else { return [:] }
        let places = sessions.map { _ in "?" }.joined(separator: ", ")
        let rows = try query("SELECT session_id, person FROM session_guests WHERE session_id IN (\(places))", sessions)
        var found: [String: Set<String>] = [:]
        for row in rows {
            let session: String = try row["session_id"]
            found[session, default: []].insert(try row["person"])
        }
        return found
    }

    /// Shares a session with a person.
    func admit(_ person: String, to session: String, in workspace: String) throws {
        try execute(
            """
            INSERT INTO session_guests (session_id, person, workspace_id) VALUES (?, ?, ?)
            ON CONFLICT (session_id, person) DO NOTHING
            """, [session, person, workspace])
    }

    /// Enters what an event says of a question to people.
    func note(_ change: ApprovalChange, workspace: String) throws {
        let known = try first("SELECT * FROM approvals WHERE id = ?", [change.id]).map(Approval.init(row:))
        let approval = change.applied(to: known)
        guard approval != known else { return }
        try execute(
            """
            INSERT INTO approvals (id, workspace_id, session_id, tool, arguments, prompt, asked_at, deadline, approver, status,
                decided_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET status = excluded.status, decided_by = excluded.decided_by
            """,
            [
                approval.id, workspace, approval.session, approval.tool, approval.arguments.text, approval.prompt,
                approval.askedAt.inMilliseconds, approval.deadline?.inMilliseconds, approval.approver,
                approval.status.rawValue,
                approval.decidedBy,
            ])
    }
}
