package import Conversation
package import FoundationEssentials
import GRDB

extension Database {
    /// What an appointment is for, as rows.
    struct Subject {
        var serviceID: Int?
        var inventoryID: Int?
        /// Minutes.
        var duration: Int
    }

    /// Books, in one transaction. A call id that booked before yields the appointment it booked.
    ///
    /// Throws `slotTaken` when somebody was faster, `notFound` for an unknown service or car, `invalid` for a time
    /// outside the opening hours.
    package func book(_ order: BookingOrder, now: Date) async throws(StoreError) -> Appointment {
        let hours = hours
        return try await write { database in
            if let done = try Self.appointment(database, bookedBy: order.callID, order.subject) { return done }
            let subject = try Self.subject(database, order.type, order.subject)
            guard hours.starts(on: order.day, duration: subject.duration).contains(order.time) else {
                throw StoreError.invalid("time \(order.day) \(order.time)")
            }
            let customer = try Self.customer(database, for: order, now)
            let vehicle = try order.vehicle.map { try Self.vehicle(database, $0, of: customer) }
            try database.execute(
                sql: """
                    INSERT INTO appointments (customer_id, appointment_type, service_type_id, vehicle_id, inventory_id,
                    scheduled_date, scheduled_time, duration_min, status, notes)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'scheduled', ?)
                    """,
                arguments: [
                    customer, order.type.rawValue, subject.serviceID, vehicle, subject.inventoryID,
                    order.day.description, order.time.description, subject.duration, "for \(order.customerName)",
                ])
            let id = Int(database.lastInsertedRowID)
            try database.execute(
                sql: "INSERT INTO tool_calls (call_id, appointment_id) VALUES (?, ?)", arguments: [order.callID, id])
            return Appointment(
                id: id, customerID: customer, type: order.type, subject: order.subject,
                slot: OpenSlot(order.day, order.time),
                durationMin: subject.duration)
        }
    }

    /// Frees the time of an appointment.
    package func cancel(_ id: Int) async throws(StoreError) {
        try await write { database in
            try database.execute(sql: "UPDATE appointments SET status = 'cancelled' WHERE id = ?", arguments: [id])
            guard database.changesCount == 1 else { throw StoreError.notFound("appointment \(id)") }
        }
    }

    static func subject(
        _ database: GRDB.Database, _ type: AppointmentType, _ name: String
    ) throws -> Subject {
        switch type {
        case .service:
            let row = try Row.fetchOne(
                database, sql: "SELECT id, duration_min FROM service_types WHERE name = ?", arguments: [name])
            guard let row else { throw StoreError.notFound("service \(name)") }
            return Subject(serviceID: row["id"], duration: row["duration_min"])
        case .testDrive:
            let id = try Int.fetchOne(
                database, sql: "SELECT id FROM inventory WHERE is_available AND make || ' ' || model = ? LIMIT 1",
                arguments: [name])
            guard let id else { throw StoreError.notFound("car \(name)") }
            return Subject(inventoryID: id, duration: 30)
        }
    }

    private static func appointment(_ database: GRDB.Database, bookedBy callID: String, _ subject: String) throws
        -> Appointment?
    {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT appointments.* FROM appointments JOIN tool_calls ON appointment_id = appointments.id
                WHERE call_id = ? AND status <> 'cancelled'
                """,
            arguments: [callID])
        return row.flatMap { Appointment(row: $0, subject: subject) }
    }

    /// The customer with the order's phone number; a new one when nobody has it.
    private static func customer(_ database: GRDB.Database, for order: BookingOrder, _ now: Date) throws -> Int {
        let known = try Int.fetchOne(
            database, sql: "SELECT id FROM customers WHERE phone = ?", arguments: [order.customerPhone])
        guard let known else {
            let customer = CustomerContext(
                name: order.customerName, phone: order.customerPhone, email: order.customerEmail)
            return try insert(database, customer, now)
        }
        try database.execute(
            sql:
                "UPDATE customers SET name = COALESCE(name, ?), email = COALESCE(email, ?), updated_at = ? WHERE id = ?",
            arguments: [order.customerName, order.customerEmail, now.formatted(.iso8601), known])
        return known
    }

    private static func vehicle(_ database: GRDB.Database, _ vehicle: Vehicle, of customer: Int) throws -> Int {
        let known = try Int.fetchOne(
            database, sql: "SELECT id FROM vehicles WHERE customer_id = ? AND model = ?",
            arguments: [customer, vehicle.model])
        return try known ?? insert(database, vehicle, of: customer)
    }
}
