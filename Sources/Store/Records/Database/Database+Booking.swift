package import Conversation
package import FoundationEssentials
import SQL

extension Database {
    /// Books, at most once for each call id; later calls get the first one's appointment.
    ///
    /// Throws `slotTaken` when nobody and nothing is left for that time, `notFound` for an unknown service or car, `invalid`
    /// for a time that is past or outside the opening hours, `refusedCall` when the call id was another order's.
    @discardableResult
    package func book(_ order: BookingOrder, of session: String = "", now: Date) async throws(StoreError) -> Appointment
    {
        try Input.check(order)
        let request: ToolRequest = order.type == .service ? .bookAppointment(order) : .bookTestDrive(order)
        let errand = Errand(request: request, session: session, now: now)
        let slot = OpenSlot(order.day, order.time)
        do throws(StoreError) {
            return try await once(errand, locking: [order.day]) { [self] transaction in
                let work = try transaction.work(for: order.type, order.subject, driving)
                try checkHours(slot, work, now)
                let appointment = try transaction.insert(order, work, now)
                guard let holders = try transaction.occupy(work, for: appointment) else {
                    throw StoreError.slotTaken(nearest: [])
                }
                try transaction.assignCar(of: holders, to: appointment.id)
                return appointment
            }
        } catch .slotTaken {
            throw .slotTaken(
                nearest: try await nearest(to: slot, without: nil, now) { [driving] transaction in
                    try transaction.work(for: order.type, order.subject, driving)
                })
        }
    }
}

extension SQLTransaction {
    /// The rows of an order: its customer, their car if they named one, and the appointment.
    fileprivate func insert(_ order: BookingOrder, _ work: Work, _ now: Date) throws -> Appointment {
        let customer = try upsertCustomer(of: order, now)
        let vehicle = try order.vehicle.map { try upsert($0, of: customer) }
        let row = try first(
            """
            INSERT INTO appointments (customer_id, appointment_type, service_type_id, vehicle_id, inventory_id,
            scheduled_date, scheduled_time, duration_min, status, notes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'scheduled', ?) RETURNING id
            """,
            [
                customer, order.type.rawValue, work.serviceID, vehicle, work.cars.first, order.day.description,
                order.time.description, work.duration, "for \(order.customerName)",
            ])
        guard let row else { throw StoreError.database("an appointment got no number") }
        return Appointment(
            id: try row["id"], customerID: customer, type: order.type, subject: order.subject,
            slot: OpenSlot(order.day, order.time), durationMin: work.duration)
    }

    fileprivate func assignCar(of holders: [Holder], to appointment: Int) throws {
        for case .car(let car) in holders {
            try execute("UPDATE appointments SET inventory_id = ? WHERE id = ?", [car, appointment])
        }
    }
}
