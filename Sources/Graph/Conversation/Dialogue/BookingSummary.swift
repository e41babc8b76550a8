/// A complete booking, as it is read back.
package struct BookingSummary: Hashable, Sendable, Codable {
    package let type: AppointmentType
    /// In the middle of a sentence: `an oil change`; for a test drive the make and model.
    package let subject: String
    package let day: Day
    package let time: TimeOfDay
    package let name: String
    /// Digits only.
    package let phone: String
    /// The car that the service is for, such as `2018 Honda Civic`, if it was named.
    package var vehicle: String?

    package init(
        type: AppointmentType, subject: String, day: Day, time: TimeOfDay, name: String, phone: String
    ) {
        self.type = type
        self.subject = subject
        self.day = day
        self.time = time
        self.name = name
        self.phone = phone
    }
}
