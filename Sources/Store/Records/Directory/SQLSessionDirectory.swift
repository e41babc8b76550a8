import Conversation
package import FoundationEssentials
import SQL
package import Supervision

/// The directory in a database: every session that was entered or wrote a log. The scope is a part of every statement.
package struct SQLSessionDirectory: SessionDirectory {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    package func record(of session: String, in scope: Scope) async throws(StoreError) -> SessionRecord? {
        var filter = SessionFilter(scope)
        filter.add("sessions.id = ?", [session])
        return try await rows(filter, limit: 1).first
    }

    /// A session with how far its log was read, whoever may see it.
    func entry(of session: String) async throws(StoreError) -> DirectoryEntry? {
        try await database.reading { transaction in
            guard let row = try transaction.first("SELECT * FROM sessions WHERE id = ?", [session]) else { return nil }
            return try DirectoryEntry(row: row, guests: try transaction.guests(of: [session])[session] ?? [])
        }
    }

    package func records(_ query: SessionQuery, in scope: Scope) async throws(StoreError) -> (
        page: [SessionRecord], next: String?
    ) {
        var filter = SessionFilter(scope)
        filter.add(query)
        if let cursor = query.cursor { filter.add(try SessionCursor(cursor, of: query, in: scope)) }
        let limit = min(max(query.limit, 1), SessionQuery.largestPage)
        let found = try await rows(filter, limit: limit + 1)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last.map { SessionCursor($0).text(of: query, in: scope) } : nil)
    }

    package func enter(_ record: SessionRecord, now: Date) async throws(StoreError) {
        try await database.writing { transaction in
            var entry = try transaction.entry(record.summary.id) ?? DirectoryEntry(record: record)
            entry.enter(record)
            try transaction.put(entry)
            for guest in entry.record.ownership.guests {
                try transaction.admit(guest, to: record.summary.id, in: entry.record.ownership.workspace)
            }
        }
    }

    package func amend(
        _ session: String, title: String?, tags: [String]?, in scope: Scope
    ) async throws(StoreError) -> Bool {
        var filter = SessionFilter(scope)
        filter.add("sessions.id = ?", [session])
        let shown = filter
        return try await database.writing { transaction in
            guard try transaction.first("SELECT id FROM sessions WHERE \(shown.text)", shown.values) != nil,
                var entry = try transaction.entry(session)
            else { return false }
            entry.record.title = title ?? entry.record.title
            entry.record.tags = tags ?? entry.record.tags
            try transaction.put(entry)
            return true
        }
    }

    package func share(_ session: String, with person: String, isShared: Bool) async throws(StoreError) {
        try await database.writing { transaction in
            guard isShared else {
                try transaction.execute(
                    "DELETE FROM session_guests WHERE session_id = ? AND person = ?", [session, person])
                return
            }
            guard let entry = try transaction.entry(session) else { return }
            try transaction.admit(person, to: session, in: entry.record.ownership.workspace)
        }
    }

    package func approvals(
        _ status: Approval.Status?, of session: String?, in scope: Scope
    ) async throws(StoreError) -> [Approval] {
        var filter = SessionFilter(scope)
        if let session { filter.add("sessions.id = ?", [session]) }
        if let status { filter.add("approvals.status = ?", [status.rawValue]) }
        let shown = filter
        return try await database.reading { transaction in
            try transaction.query(
                """
                SELECT approvals.* FROM approvals JOIN sessions ON sessions.id = approvals.session_id
                WHERE \(shown.text) ORDER BY approvals.asked_at, approvals.id LIMIT \(SessionQuery.largestPage)
                """, shown.values
            ).map(Approval.init(row:))
        }
    }

    private func rows(_ filter: SessionFilter, limit: Int) async throws(StoreError) -> [SessionRecord] {
        try await database.reading { transaction in
            let rows = try transaction.query(
                """
                SELECT * FROM sessions WHERE \(filter.text)
                ORDER BY sessions.started_at DESC, sessions.id DESC LIMIT ?
                """, filter.values + [limit])
            let ids: [String] = try rows.map { try $0["id"] }
            let guests = try transaction.guests(of: ids)
            return try zip(rows, ids).map { try DirectoryEntry(row: $0, guests: guests[$1] ?? []).record }
        }
    }
}
