/// What `book_appt` is asked to book.
package struct BookingOrder: Hashable, Sendable, Codable {
    /// The same for every attempt at the same booking: the second attempt finds the first one's appointment.
    package let callID: String
    package let type: AppointmentType
    /// The name of a service, or for a test drive the make and model.
    package let subject: String
    package let day: Day
    package let time: TimeOfDay
    package let customerName: String
    /// Digits only.
    package let customerPhone: String
    package let customerEmail: String?
    /// The car the service is for, if it was named.
    package let vehicle: Vehicle?

    package init(
        callID: String, type: AppointmentType, subject: String, day: Day, time: TimeOfDay, customerName: String,
        customerPhone: String, customerEmail: String? = nil, vehicle: Vehicle? = nil
    ) {
        self.callID = callID
        self.type = type
        self.subject = subject
        self.day = day
        self.time = time
        self.customerName = customerName
        self.customerPhone = customerPhone
        self.customerEmail = customerEmail
        self.vehicle = vehicle
    }
}
