/// What an agent asks the outside world. `update_booking`, the one tool of document 004 that touches only the
/// conversation, is a pure function of the booking agent and never leaves the graph.
package enum ToolRequest: Hashable, Sendable, Codable {
    /// Answers in a category, or those nearest to a question.
    case searchFAQ(query: String, category: String?)
    /// One service by name, or all.
    case listServices(name: String?)
    case searchInventory(InventoryQuery)
    case getCustomer(phone: String)
    case checkAvailability(AvailabilityQuery)
    case bookAppointment(BookingOrder)
    case bookTestDrive(BookingOrder)
    case reschedule(AppointmentChange)
    case cancel(AppointmentChange)

    /// The tool's name in logs and feeds.
    package var name: String {
        switch self {
        case .searchFAQ: "search_faq"
        case .listServices: "list_services"
        case .searchInventory: "search_inventory"
        case .getCustomer: "get_customer"
        case .checkAvailability: "check_availability"
        case .bookAppointment: "book_appt"
        case .bookTestDrive: "book_test_drive"
        case .reschedule: "reschedule"
        case .cancel: "cancel"
        }
    }

    /// The id under which a tool that writes runs at most once; `nil` for a tool that only reads.
    package var callID: String? {
        switch self {
        case .searchFAQ, .listServices, .searchInventory, .getCustomer, .checkAvailability: nil
        case .bookAppointment(let order), .bookTestDrive(let order): order.callID
        case .reschedule(let change), .cancel(let change): change.callID
        }
    }

    /// Whether the tool changes anything.
    package var isWriting: Bool { callID != nil }
}
