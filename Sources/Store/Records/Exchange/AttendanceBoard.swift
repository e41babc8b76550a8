package import FoundationEssentials

/// Who is there. Whoever stays is shown again every ten seconds.
package protocol AttendanceBoard: Sendable {
    /// Shows somebody, for `Attendance.lifetime`.
    func show(_ attendance: Attendance, now: Date) async throws(StoreError)

    func remove(_ id: String, from workspace: String) async

    /// Those who are there, in the order they came.
    func present(in workspace: String, now: Date) async throws(StoreError) -> [Attendance]
}
