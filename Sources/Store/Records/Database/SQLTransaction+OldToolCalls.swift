import Conversation
import Document
import Engine
import FoundationEssentials
import SQL

extension SQLTransaction {
    /// Takes the ledger away that had only an appointment for each call; returns what it knew, in today's form.
    ///
    /// What those calls asked was not written down, so nothing can be compared with it: their arguments are null.
    func dropOldToolCalls() throws -> [ToolCall] {
        guard try hasTable("tool_calls") else { return [] }
        let rows = try query(
            """
            SELECT tool_calls.call_id, \(Appointment.columns) FROM tool_calls
            JOIN appointments ON appointments.id = tool_calls.appointment_id \(Appointment.joins)
            ORDER BY appointments.id
            """)
        let calls = try rows.map { row in
            let appointment = try Appointment(row: row)
            let name = appointment.type == .service ? "book_appt" : "book_test_drive"
            let planned = ToolCall(
                id: try row["call_id"], name: name, arguments: .null, isWriting: true,
                plannedAt: Date(timeIntervalSince1970: 0))
            let answer = try JSON(encoding: ToolAnswer.appointment(appointment))
            return try planned.applying(.start, at: planned.plannedAt).applying(.succeed(answer), at: planned.plannedAt)
        }
        try execute("DROP TABLE tool_calls")
        return calls
    }
}
