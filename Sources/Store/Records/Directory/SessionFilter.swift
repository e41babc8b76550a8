import FoundationEssentials
import SQL
import Supervision

/// A condition on rows of `sessions`, with the values for its places.
struct SessionFilter {
    private(set) var conditions: [String]
    private(set) var values: [(any SQLConvertible)?]

    /// What a scope shows: the same rule as `Scope.shows`. Every statement about sessions begins with it.
    init(_ scope: Scope) {
        conditions = ["sessions.workspace_id = ?"]
        values = [scope.workspace]
        let isGuest = """
            EXISTS (SELECT 1 FROM session_guests WHERE session_guests.session_id = sessions.id
                AND session_guests.person = ?)
            """
        switch scope.viewer {
        case .everybody: break
        case .supervisor(let id):
            add("(sessions.owner IS NULL OR sessions.owner = ? OR \(isGuest))", [id, id])
        case .operator(let id): add(isGuest, [id])
        case .caller(let own): add("sessions.id = ?", [own])
        }
    }

    var text: String { conditions.joined(separator: " AND ") }

    mutating func add(_ condition: String, _ values: [(any SQLConvertible)?]) {
        conditions.append(condition)
        self.values += values
    }

    /// What a list is asked for: the same rule as `SessionQuery.matches`.
    mutating func add(_ query: SessionQuery) {
        if let isLive = query.isLive { add("sessions.status = ?", [isLive ? "live" : "ended"]) }
        if let owner = query.owner { add("sessions.owner = ?", [owner]) }
        if let from = query.from { add("sessions.started_at >= ?", [from.inMilliseconds]) }
        if let to = query.to { add("sessions.started_at < ?", [to.inMilliseconds]) }
        for word in query.words {
            let literal = word.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
            add("sessions.search LIKE ? ESCAPE '\\'", ["%\(literal)%"])
        }
    }

    mutating func add(_ cursor: SessionCursor) {
        add(
            "(sessions.started_at < ? OR (sessions.started_at = ? AND sessions.id < ?))",
            [cursor.startedAt, cursor.startedAt, cursor.id])
    }
}
