import Conversation
package import FoundationEssentials
package import Supervision
import Synchronization

/// The directory of one process.
///
/// Bounded: beyond `capacity` sessions the one that began longest ago gives way, of those that are over first, and its
/// questions with it.
package final class MemorySessionDirectory: SessionDirectory {
    private struct State {
        var entries: [String: DirectoryEntry] = [:]
        /// In the order they were asked.
        var approvals: [String: [Approval]] = [:]

        mutating func note(_ change: ApprovalChange, of session: String) {
            var known = approvals[session] ?? []
            let index = known.firstIndex { $0.id == change.id }
            let approval = change.applied(to: index.map { known[$0] })
            if let index { known[index] = approval } else { known.append(approval) }
            approvals[session] = known.suffix(MemorySessionDirectory.approvalLimit)
        }
    }

    /// Questions kept of a session.
    private static let approvalLimit = 200

    private let state = Mutex(State())
    private let capacity: Int

    package init(capacity: Int = 10_000) {
        self.capacity = capacity
    }

    /// Reads an event of a log.
    package func note(_ event: LoggedEvent) {
        let change = SessionChange(event)
        state.withLock { state in
            if case .approval(let asked) = change { state.note(asked, of: event.sessionID) }
            if var entry = state.entries[event.sessionID] {
                entry.take(change, at: event.sequence)
                state.entries[event.sessionID] = entry
            } else if case .summary(let summary) = change {
                var entry = DirectoryEntry(record: SessionRecord(summary))
                entry.take(change, at: event.sequence)
                insert(entry, &state)
            }
        }
    }

    package func record(of session: String, in scope: Scope) -> SessionRecord? {
        guard let record = state.withLock({ $0.entries[session]?.record }) else { return nil }
        return scope.shows(session, of: record.ownership) ? record : nil
    }

    package func records(_ query: SessionQuery, in scope: Scope) throws(StoreError) -> (
        page: [SessionRecord], next: String?
    ) {
        let start: SessionCursor?
        if let text = query.cursor { start = try SessionCursor(text, of: query, in: scope) } else { start = nil }
        let limit = min(max(query.limit, 1), SessionQuery.largestPage)
        let all = state.withLock { $0.entries.values.map(\.record) }
        let found = all.filter { scope.shows($0.summary.id, of: $0.ownership) && query.matches($0) }
            .map { (SessionCursor($0), $0) }
            .filter { cursor, _ in start.map { cursor.isBehind($0) } ?? true }
            .sorted { $1.0.isBehind($0.0) }.map(\.1)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last.map { SessionCursor($0).text(of: query, in: scope) } : nil)
    }

    package func enter(_ record: SessionRecord, now: Date) {
        state.withLock { state in
            var entry = state.entries[record.summary.id] ?? DirectoryEntry(record: record)
            entry.enter(record)
            insert(entry, &state)
        }
    }

    package func amend(_ session: String, title: String?, tags: [String]?, in scope: Scope) -> Bool {
        change(session) { record in
            guard scope.shows(session, of: record.ownership) else { return false }
            record.title = title ?? record.title
            record.tags = tags ?? record.tags
            return true
        }
    }

    package func share(_ session: String, with person: String, isShared: Bool) {
        _ = change(session) { record in
            if isShared {
                record.ownership.guests.insert(person)
            } else {
                record.ownership.guests.remove(person)
            }
            return true
        }
    }

    package func approvals(_ status: Approval.Status?, of session: String?, in scope: Scope) -> [Approval] {
        let shown = state.withLock { state in
            state.approvals.filter { id, _ in
                guard session == nil || id == session, let record = state.entries[id]?.record else { return false }
                return scope.shows(id, of: record.ownership)
            }.values.joined().filter { status == nil || $0.status == status }
        }
        return Array(shown.sorted { ($0.askedAt, $0.id) < ($1.askedAt, $1.id) }.prefix(SessionQuery.largestPage))
    }

    private func change(_ session: String, _ body: (inout SessionRecord) -> Bool) -> Bool {
        state.withLock { state in
            guard var entry = state.entries[session], body(&entry.record) else { return false }
            state.entries[session] = entry
            return true
        }
    }

    private func insert(_ entry: DirectoryEntry, _ state: inout State) {
        state.entries[entry.record.summary.id] = entry
        guard state.entries.count > capacity else { return }
        let ended = state.entries.filter { !$0.value.record.summary.isLive }
        let oldest = (ended.isEmpty ? state.entries : ended).min {
            $0.value.record.summary.startedAt < $1.value.record.summary.startedAt
        }
        if let oldest {
            state.entries[oldest.key] = nil
            state.approvals[oldest.key] = nil
        }
    }
}
