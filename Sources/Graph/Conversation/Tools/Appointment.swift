/// A booked appointment (document 004, table `appointments`).
package struct Appointment: Hashable, Sendable {
    package let id: Int
    package let customerID: Int
    package let type: AppointmentType
    package let day: Day
    package let time: TimeOfDay
    /// Minutes.
    package let durationMin: Int
    /// `scheduled` or `cancelled`.
    package let status: String

    package init(
        id: Int, customerID: Int, type: AppointmentType, day: Day, time: TimeOfDay, durationMin: Int,
        status: String = "scheduled"
    ) {
        self.id = id
        self.customerID = customerID
        self.type = type
        self.day = day
        self.time = time
        self.durationMin = durationMin
        self.status = status
    }
}
