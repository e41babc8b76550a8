import Conversation
import Foundation
import Host
package import Store

/// The sessions the API knows: the store holds them, the log tells about them.
package struct Sessions: Sendable {
    package let store: any SessionStore
    package let log: any EventLog
    package let directory: any SessionDirectory

    package init(store: any SessionStore, log: any EventLog, directory: any SessionDirectory) {
        self.store = store
        self.log = log
        self.directory = directory
    }

    /// Makes a session with a room of its own and tells the log. Who knows the id may listen to the session.
    func create(_ channel: SessionSummary.Channel) async throws -> SessionSummary {
        let now = Date()
        let id = Reception.newID()
        let summary = SessionSummary(id: id, channel: channel, room: id, startedAt: now)
        try await store.save(summary, now: now)
        await log.append(SessionEvent(id, .lifecycle(summary)), at: now)
        return summary
    }

    /// The session, which must live.
    func live(_ id: String) async throws -> SessionSummary {
        guard let summary = try await store.summary(of: id, now: Date()) else { throw Problem.noSession }
        guard summary.isLive else { throw Problem.ended(summary.endReason) }
        return summary
    }
}
