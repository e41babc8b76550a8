import Document
import Engine
import FoundationEssentials
import SQL

extension ToolCall {
    /// From a row of `tool_calls`. Throws `corrupt` when another program wrote it.
    init(row: SQLRow) throws(StoreError) {
        do {
            func time(_ column: String) throws -> JSON? {
                let value: Double? = try row[column]
                return value.map { .number(Date(timeIntervalSince1970: $0).timeIntervalSinceReferenceDate) }
            }
            func document(_ column: String) throws -> JSON? {
                let text: String? = try row[column]
                return try text.map { try JSON(parsing: $0) }
            }
            let isWriting: Bool = try row["is_writing"]
            let reason: String? = try row["reason"]
            let fields: [String: JSON?] = [
                "id": .string(try row["id"]), "name": .string(try row["name"]),
                "arguments": try document("arguments") ?? .null, "is_writing": .bool(isWriting),
                "state": .string(try row["state"]), "result": try document("answer"),
                "reason": reason.map { .string($0) }, "runs": .int(try row["runs"]),
                "planned_at": try time("planned_at"), "started_at": try time("started_at"),
                "ended_at": try time("ended_at"),
            ]
            self = try JSON.object(fields.compactMapValues { $0 }).decoded(as: ToolCall.self)
        } catch {
            throw .corrupt("a tool call")
        }
    }
}

extension SQLTransaction {
    func toolCall(_ id: String) throws -> ToolCall? {
        // No id has a NUL, so nothing is stored under one that does.
        guard !id.utf8.contains(0) else { return nil }
        return try first("SELECT * FROM tool_calls WHERE id = ?", [id]).map(ToolCall.init(row:))
    }

    func insert(_ call: ToolCall, of session: String) throws {
        try execute(
            """
            INSERT INTO tool_calls (id, session, name, arguments, is_writing, state, answer, reason, runs,
            planned_at, started_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                call.id, session, call.name, call.arguments.text, call.isWriting, call.state.name,
                call.state.result?.text, call.state.reason, call.runs, call.plannedAt.timeIntervalSince1970,
                call.startedAt?.timeIntervalSince1970, call.endedAt?.timeIntervalSince1970,
            ])
    }

    func update(_ call: ToolCall) throws {
        try execute(
            """
            UPDATE tool_calls SET state = ?, answer = ?, reason = ?, runs = ?, started_at = ?, ended_at = ?
            WHERE id = ?
            """,
            [
                call.state.name, call.state.result?.text, call.state.reason, call.runs,
                call.startedAt?.timeIntervalSince1970, call.endedAt?.timeIntervalSince1970, call.id,
            ])
    }
}
