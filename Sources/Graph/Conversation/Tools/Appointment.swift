/// A booked appointment (document 004, table `appointments`).
package struct Appointment: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable, Codable {
        case scheduled, cancelled
    }

    package let id: Int
    package let customerID: Int
    package let type: AppointmentType
    /// The name of the service, or for a test drive the make and model.
    package let subject: String
    package let day: Day
    package let time: TimeOfDay
    /// Minutes.
    package let durationMin: Int
    package let status: Status

    package init(
        id: Int, customerID: Int, type: AppointmentType, subject: String, slot: OpenSlot, durationMin: Int,
        status: Status = .scheduled
    ) {
        self.id = id
        self.customerID = customerID
        self.type = type
        self.subject = subject
        day = slot.day
        time = slot.time
        self.durationMin = durationMin
        self.status = status
    }

    package var slot: OpenSlot { OpenSlot(day, time) }
}
