import Conversation
import Foundation
import Host
package import Store
import Supervision

/// The sessions the API knows: the exchange tells about them and carries commands to them.
package struct Sessions: Sendable {
    /// The state of those that live.
    package let store: any SessionStore
    package let exchange: Exchange
    package let conversations: any Conversations
    /// Where conversations are kept; `nil`: nowhere that can be listed.
    package let checkpoints: (any CheckpointStore)?

    package init(
        store: any SessionStore, exchange: Exchange, conversations: any Conversations,
        checkpoints: (any CheckpointStore)? = nil
    ) {
        self.store = store
        self.exchange = exchange
        self.conversations = conversations
        self.checkpoints = checkpoints
    }

    package var log: any EventLog { exchange.log }
    package var directory: any SessionDirectory { exchange.directory }

    /// Makes a session with a room of its own and tells the log.
    func create(_ channel: SessionSummary.Channel, for owner: Ownership) async throws -> SessionSummary {
        let now = Date()
        let id = RandomID.make("sess")
        let summary = SessionSummary(id: id, channel: channel, room: id, startedAt: now)
        try await store.save(summary, now: now)
        try await directory.enter(SessionRecord(summary, ownership: owner), now: now)
        await log.append(SessionEvent(id, .lifecycle(summary)), at: now)
        return summary
    }

    /// A session as far as a scope shows it. One that a worker began, and that the directory does not know yet, is entered.
    ///
    /// Throws: `Problem.noSession` for what is not there and for what the scope does not show.
    func record(_ id: String, in scope: Scope) async throws -> SessionRecord {
        if let found = try await directory.record(of: id, in: scope) { return found }
        guard let summary = try await store.summary(of: id, now: Date()) else { throw Problem.noSession }
        if try await directory.record(of: id, in: Scope(workspace: scope.workspace, viewer: .everybody)) == nil {
            try await directory.enter(SessionRecord(summary), now: Date())
        }
        guard let entered = try await directory.record(of: id, in: scope) else { throw Problem.noSession }
        return entered
    }

    /// A session that a scope shows and that lives.
    func live(_ id: String, in scope: Scope) async throws -> SessionRecord {
        let record = try await record(id, in: scope)
        guard record.summary.isLive else { throw Problem.ended(record.summary.endReason) }
        return record
    }

    /// How many sessions live now. Throws when the store does not answer.
    func liveCount() async throws(StoreError) -> Int {
        try await store.summaries(now: Date()).count(where: \.isLive)
    }

    /// Whether a process holds the session.
    func isHeld(_ id: String, now: Date) async throws -> Bool {
        try await exchange.holdings.holder(of: id, now: now) != nil
    }

    /// Writes down that a session is over that no process holds any more.
    func end(_ record: SessionRecord, because reason: String, now: Date) async throws {
        var summary = record.summary
        summary.endedAt = now
        summary.endReason = reason
        try await store.save(summary, now: now)
        await log.append(SessionEvent(summary.id, .lifecycle(summary)), at: now)
        var ended = record
        ended.summary = summary
        try await directory.enter(ended, now: now)
    }
}
