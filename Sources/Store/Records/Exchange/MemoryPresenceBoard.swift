package import FoundationEssentials

/// Who is there, in one process; at most 10 000 connections.
package final class MemoryPresenceBoard: PresenceBoard {
    private let values = ExpiringValues<Presence>(lifetime: Presence.lifetime, capacity: 10_000)

    package init() {}

    package func show(_ presence: Presence, now: Date) {
        values.write(presence, under: "\(presence.workspace) \(presence.id)", now: now)
    }

    package func remove(_ id: String, from workspace: String) {
        values.remove("\(workspace) \(id)")
    }

    package func present(in workspace: String, now: Date) -> [Presence] {
        values.values(now: now).filter { $0.workspace == workspace }.sorted { ($0.since, $0.id) < ($1.since, $1.id) }
    }
}
