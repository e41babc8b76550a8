/// What a caller says of an appointment they have, before it is known which one it is.
package struct AppointmentHint: Hashable, Sendable, Codable {
    package var day: Day?
    /// The name of a service.
    package var service: String?
    package var type: AppointmentType?
    /// Whether it is to be moved to another day at the same time.
    package var keepsTime: Bool?

    package init() {}

    /// Whether an appointment is what was said, as far as anything was.
    package func fits(_ appointment: Appointment) -> Bool {
        (day == nil || appointment.day == day) && (service == nil || appointment.subject == service)
            && (type == nil || appointment.type == type)
    }
}
