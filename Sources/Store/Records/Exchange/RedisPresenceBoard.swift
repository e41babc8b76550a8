package import FoundationEssentials
package import Redis

/// Who is there, for processes that share a Redis server: `presence:{workspace}` and a key for each connection.
package struct RedisPresenceBoard: PresenceBoard {
    private let client: RedisClient

    package init(_ client: RedisClient) {
        self.client = client
    }

    package func show(_ presence: Presence, now: Date) async throws(StoreError) {
        try await values(presence.workspace).write(presence, under: presence.id, now: now)
    }

    package func remove(_ id: String, from workspace: String) async {
        await values(workspace).remove(id)
    }

    package func present(in workspace: String, now: Date) async throws(StoreError) -> [Presence] {
        try await values(workspace).values().sorted { ($0.since, $0.id) < ($1.since, $1.id) }
    }

    private func values(_ workspace: String) -> RedisValues<Presence> {
        RedisValues(
            client: client, list: "presence:{\(workspace)}", prefix: "presence:{\(workspace)}:",
            lifetime: Presence.lifetime)
    }
}
