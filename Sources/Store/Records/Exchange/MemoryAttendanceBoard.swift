package import FoundationEssentials

/// Who is there, in one process; at most 10 000 connections.
package final class MemoryAttendanceBoard: AttendanceBoard {
    private let values = ExpiringValues<Attendance>(lifetime: Attendance.lifetime, capacity: 10_000)

    package init() {}

    package func show(_ attendance: Attendance, now: Date) {
        values.write(attendance, under: "\(attendance.workspace) \(attendance.id)", now: now)
    }

    package func remove(_ id: String, from workspace: String) {
        values.remove("\(workspace) \(id)")
    }

    package func present(in workspace: String, now: Date) -> [Attendance] {
        values.values(now: now).filter { $0.workspace == workspace }.sorted { ($0.since, $0.id) < ($1.since, $1.id) }
    }
}
