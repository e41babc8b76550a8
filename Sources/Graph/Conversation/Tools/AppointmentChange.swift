/// What `reschedule` and `cancel` are asked: one appointment of one customer.
package struct AppointmentChange: Hashable, Sendable, Codable {
    /// The same for every attempt at the same change.
    package let callID: String
    package let appointment: Int
    /// The customer's phone number, digits only: nobody changes another's appointment.
    package let customerPhone: String
    /// Where it moves to; `nil` when it is cancelled.
    package let slot: OpenSlot?

    package init(callID: String, appointment: Int, customerPhone: String, slot: OpenSlot? = nil) {
        self.callID = callID
        self.appointment = appointment
        self.customerPhone = customerPhone
        self.slot = slot
    }
}
