package import Conversation
package import FoundationEssentials
import SQL

extension Database {
    /// Moves an appointment, at most once for each call id. Its old time is free at the moment the new one is taken.
    ///
    /// Throws as `book` does; `notFound` for an appointment that is another customer's, cancelled, or none.
    @discardableResult
    package func reschedule(
        _ change: AppointmentChange, of session: String = "", now: Date
    ) async throws(StoreError) -> Appointment {
        guard let slot = change.slot else { throw .invalid("change: it names no time") }
        let errand = Errand(request: .reschedule(change), session: session, now: now)
        do throws(StoreError) {
            return try await changing(change, errand) { [self] transaction, appointment in
                let work = try transaction.work(of: appointment, driving)
                try checkHours(slot, work, now)
                let moved = appointment.moved(to: slot)
                try transaction.release(appointment.id)
                guard try transaction.occupy(work, for: moved) != nil else {
                    throw StoreError.slotTaken(nearest: [])
                }
                try transaction.execute(
                    "UPDATE appointments SET scheduled_date = ?, scheduled_time = ? WHERE id = ?",
                    [slot.day.description, slot.time.description, appointment.id])
                return moved
            }
        } catch .slotTaken {
            throw .slotTaken(
                nearest: try await nearest(to: slot, without: change.appointment, now) { [driving] transaction in
                    guard let appointment = try transaction.appointment(change.appointment) else {
                        throw StoreError.notFound("appointment")
                    }
                    return try transaction.work(of: appointment, driving)
                })
        }
    }

    /// Cancels an appointment, at most once for each call id, and frees its time.
    ///
    /// Throws `notFound` for an appointment that is another customer's, cancelled, or none.
    @discardableResult
    package func cancel(
        _ change: AppointmentChange, of session: String = "", now: Date
    ) async throws(StoreError) -> Appointment {
        try await changing(change, Errand(request: .cancel(change), session: session, now: now)) {
            transaction, appointment in
            try transaction.release(appointment.id)
            try transaction.execute(
                "UPDATE appointments SET status = 'cancelled' WHERE id = ?", [appointment.id])
            return appointment.cancelled
        }
    }

    /// Runs a change on the appointment it names, when it is the customer's own and still to come.
    private func changing(
        _ change: AppointmentChange, _ errand: Errand,
        _ body: @escaping @Sendable (SQLTransaction, Appointment) throws -> Appointment
    ) async throws(StoreError) -> Appointment {
        try Input.check(change)
        // Whoever moves it meanwhile to another day makes the locks wrong: then once more.
        for _ in 0..<8 {
            let day = try await reading { try $0.appointment(change.appointment)?.day }
            let days = Set([day, change.slot?.day].compactMap { $0 })
            do throws(StoreError) {
                return try await once(errand, locking: days) { [self] transaction in
                    let appointment = try transaction.appointment(change.appointment, of: change.customerPhone)
                    guard let appointment, appointment.status == .scheduled else {
                        throw StoreError.notFound("appointment")
                    }
                    guard appointment.day == day else { throw StoreError.conflict("an appointment") }
                    try checkComing(appointment, errand.now)
                    return try body(transaction, appointment)
                }
            } catch .conflict {
                continue
            }
        }
        throw .conflict("an appointment")
    }

    private func checkComing(_ appointment: Appointment, _ now: Date) throws(StoreError) {
        let here = LocalTime(now, in: zone)
        guard (appointment.day, appointment.time) > (here.day, here.time) else {
            throw .invalid("appointment: it is past")
        }
    }
}

extension Appointment {
    fileprivate func moved(to slot: OpenSlot) -> Appointment {
        Appointment(
            id: id, customerID: customerID, type: type, subject: subject, slot: slot, durationMin: durationMin,
            status: status)
    }

    fileprivate var cancelled: Appointment {
        Appointment(
            id: id, customerID: customerID, type: type, subject: subject, slot: slot, durationMin: durationMin,
            status: .cancelled)
    }
}
