import SQL

/// A query of the audit as a statement: conditions of ours, values bound.
struct AuditFilter {
    let statement: String
    let values: [(any SQLConvertible)?]

    init(_ query: AuditQuery, in workspace: String) {
        var conditions = ["workspace_id = ?"]
        var values: [(any SQLConvertible)?] = [workspace]
        func add(_ condition: String, _ bound: (any SQLConvertible)?...) {
            conditions.append(condition)
            values += bound
        }
        if let actor = query.actor { add("actor = ?", actor) }
        if let action = query.action {
            // Everything that begins with the action and a dot; `/` is the character after the dot.
            add("(action = ? OR (action > ? AND action < ?))", action, action + ".", action + "/")
        }
        if let target = query.target { add("target = ?", target) }
        if let from = query.from { add("at >= ?", Moment.milliseconds(from)) }
        if let to = query.to { add("at < ?", Moment.milliseconds(to)) }
        if let before = query.before { add("seq < ?", before) }
        values.append(min(max(query.limit, 0), 200))
        statement =
            "SELECT * FROM audit_log WHERE \(conditions.joined(separator: " AND ")) ORDER BY seq DESC LIMIT ?"
        self.values = values
    }
}
