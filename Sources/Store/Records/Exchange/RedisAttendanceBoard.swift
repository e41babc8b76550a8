package import FoundationEssentials
package import Redis

/// Who is there, for processes that share a Redis server: `presence:{workspace}` and a key for each connection.
package struct RedisAttendanceBoard: AttendanceBoard {
    private let client: RedisClient

    package init(_ client: RedisClient) {
        self.client = client
    }

    package func show(_ attendance: Attendance, now: Date) async throws(StoreError) {
        try await values(attendance.workspace).write(attendance, under: attendance.id, now: now)
    }

    package func remove(_ id: String, from workspace: String) async {
        await values(workspace).remove(id)
    }

    package func present(in workspace: String, now: Date) async throws(StoreError) -> [Attendance] {
        try await values(workspace).values().sorted { ($0.since, $0.id) < ($1.since, $1.id) }
    }

    private func values(_ workspace: String) -> RedisValues<Attendance> {
        RedisValues(
            client: client, list: "presence:{\(workspace)}", prefix: "presence:{\(workspace)}:",
            lifetime: Attendance.lifetime)
    }
}
