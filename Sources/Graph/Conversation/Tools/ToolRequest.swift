/// What an agent asks the outside world. `update_booking`, the one tool of document 004 that touches only the
/// conversation, is a pure function of the booking agent and never leaves the graph.
package enum ToolRequest: Hashable, Sendable {
    /// Answers in a category, or those nearest to a question.
    case searchFAQ(query: String, category: String?)
    /// One service by name, or all.
    case listServices(name: String?)
    /// Cars that can be driven now: one model, or all.
    case findVehicle(model: String?)
    case getCustomer(phone: String)
    /// Free times for a service or a test drive.
    case availability(day: Day, type: AppointmentType, subject: String)
    case bookAppointment(BookingOrder)

    /// The tool's name in logs and feeds.
    package var name: String {
        switch self {
        case .searchFAQ: "search_faq"
        case .listServices: "list_services"
        case .findVehicle: "find_vehicle"
        case .getCustomer: "get_customer"
        case .availability: "availability"
        case .bookAppointment: "book_appt"
        }
    }
}
