package import Conversation
import SQL

extension Database {
    /// Every appointment, by day and time.
    package func appointments() async throws(StoreError) -> [Appointment] {
        try await reading { transaction in
            let rows = try transaction.query(
                """
                SELECT \(Appointment.columns) FROM appointments \(Appointment.joins)
                ORDER BY scheduled_date, scheduled_time, appointments.id
                """)
            return rows.compactMap { try? Appointment(row: $0) }
        }
    }
}

extension SQLTransaction {
    func appointment(_ id: Int) throws -> Appointment? {
        try first(
            "SELECT \(Appointment.columns) FROM appointments \(Appointment.joins) WHERE appointments.id = ?", [id]
        ).map { try Appointment(row: $0) }
    }

    /// An appointment of the customer with a phone number; `nil` when it is another's.
    func appointment(_ id: Int, of phone: String) throws -> Appointment? {
        try first(
            """
            SELECT \(Appointment.columns) FROM appointments \(Appointment.joins)
            JOIN customers ON customers.id = appointments.customer_id WHERE appointments.id = ? AND customers.phone = ?
            """, [id, phone]
        ).map { try Appointment(row: $0) }
    }

    /// What is scheduled for a customer from a day on, soonest first, at most fifty.
    func appointments(of customer: Int, from day: Day) throws -> [Appointment] {
        try query(
            """
            SELECT \(Appointment.columns) FROM appointments \(Appointment.joins)
            WHERE customer_id = ? AND status = 'scheduled' AND scheduled_date >= ?
            ORDER BY scheduled_date, scheduled_time, appointments.id LIMIT 50
            """, [customer, day.description]
        ).compactMap { try? Appointment(row: $0) }
    }
}
