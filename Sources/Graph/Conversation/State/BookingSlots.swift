/// What a booking needs and what of it is known (document 004, `booking_slots`). Absent values are written as `null`.
package struct BookingSlots: Hashable, Sendable {
    package var appointmentType: AppointmentType?
    /// The name of a service as the database has it, such as `Oil Change`; for a test drive, the model.
    package var serviceType: String?
    /// `YYYY-MM-DD`.
    package var preferredDate: String?
    /// `HH:MM`, 24 hours.
    package var preferredTime: String?
    package var customerName: String?
    /// Digits only.
    package var customerPhone: String?
    package var customerEmail: String?

    package init() {}
}

extension BookingSlots: Codable {
    private enum CodingKeys: String, CodingKey {
        case appointmentType = "appointment_type"
        case serviceType = "service_type"
        case preferredDate = "preferred_date"
        case preferredTime = "preferred_time"
        case customerName = "customer_name"
        case customerPhone = "customer_phone"
        case customerEmail = "customer_email"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(appointmentType, forKey: .appointmentType)
        try container.encode(serviceType, forKey: .serviceType)
        try container.encode(preferredDate, forKey: .preferredDate)
        try container.encode(preferredTime, forKey: .preferredTime)
        try container.encode(customerName, forKey: .customerName)
        try container.encode(customerPhone, forKey: .customerPhone)
        try container.encode(customerEmail, forKey: .customerEmail)
    }
}
