import Document
import FoundationEssentials
import SQL
import Supervision

extension Approval {
    /// Throws `corrupt` when another program wrote the row.
    init(row: SQLRow) throws {
        let arguments: String = try row["arguments"]
        guard let arguments = try? JSON(parsing: arguments), let status = Status(rawValue: try row["status"]) else {
            throw StoreError.corrupt("an approval")
        }
        let deadline: Int? = try row["deadline"]
        self.init(
            id: try row["id"], session: try row["session_id"], tool: try row["tool"], arguments: arguments,
            prompt: try row["prompt"], askedAt: Date(milliseconds: try row["asked_at"]),
            deadline: deadline.map { Date(milliseconds: $0) }, approver: try row["approver"], status: status,
            decidedBy: try row["decided_by"])
    }
}
