import Document
import SQL
import Supervision

extension User {
    /// Throws `corrupt` when another program wrote something that is no role or presence.
    init(row: SQLRow) throws {
        id = try row["id"]
        guard let role = Role(rawValue: try row["role"]), let status = Presence(rawValue: try row["status"]) else {
            throw StoreError.corrupt("a user")
        }
        workspace = try row["workspace_id"]
        email = try row["email"]
        name = try row["name"]
        self.role = role
        isActive = try row["is_active"]
        skills = try StoredList.read(try row["skills"])
        self.status = status
        createdAt = Moment.date(try row["created_at"])
        updatedAt = Moment.date(try row["updated_at"])
    }

    var values: [(any SQLConvertible)?] {
        [
            workspace, id, email, name, role.rawValue, isActive, StoredList.text(skills), status.rawValue,
            Moment.milliseconds(createdAt), Moment.milliseconds(updatedAt),
        ]
    }
}
