/// What `check_availability` is asked: when something can start on a day.
package struct AvailabilityQuery: Hashable, Sendable, Codable {
    package let day: Day
    package let type: AppointmentType
    /// The name of a service, or for a test drive the make and model.
    package let subject: String
    /// An appointment whose own time counts as free, because it is to be moved.
    package let moving: Int?

    package init(day: Day, type: AppointmentType, subject: String, moving: Int? = nil) {
        self.day = day
        self.type = type
        self.subject = subject
        self.moving = moving
    }
}
