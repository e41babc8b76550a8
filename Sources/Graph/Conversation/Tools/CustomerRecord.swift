/// What `get_customer` knows of a customer.
package struct CustomerRecord: Hashable, Sendable, Codable {
    package let customer: CustomerContext
    /// What is still to come, soonest first.
    package let appointments: [Appointment]

    package init(customer: CustomerContext, appointments: [Appointment] = []) {
        self.customer = customer
        self.appointments = appointments
    }
}
