package import Conversation

/// The tools of the dealership, answered from memory: what the database does, for tests and for a quick look.
package struct Desk: Sendable {
    private let seed: SeedData
    private let hours: OpeningHours
    /// Everything booked, oldest first.
    package private(set) var appointments: [Appointment] = []
    private var calls: [String: Appointment] = [:]
    private var customers: [CustomerContext]

    package init(seed: SeedData = .dealership, hours: OpeningHours = .dealership) {
        self.seed = seed
        self.hours = hours
        customers = seed.customers.enumerated().map { index, customer in
            CustomerContext(
                customerID: index + 1, name: customer.name, phone: customer.phone, email: customer.email,
                vehicles: [customer.vehicle])
        }
    }

    package mutating func answer(_ request: ToolRequest) -> ToolAnswer {
        switch request {
        case .searchFAQ(let query, let category): .faq(Self.search(seed.faq, query, category))
        case .listServices(let name): .services(seed.services.filter { name == nil || $0.name == name })
        case .searchInventory(let query): .inventory(cars(query))
        case .getCustomer(let phone): .customer(record(phone))
        case .checkAvailability(let query): .times(free(query.day, query.type, query.subject))
        case .bookAppointment(let order), .bookTestDrive(let order): book(order)
        case .reschedule, .cancel: .failed("the desk changes nothing")
        }
    }

    /// The entry of a category, or those whose keywords the query names most often.
    package static func search(_ faq: [FAQEntry], _ query: String, _ category: String?) -> [FAQEntry] {
        let exact = faq.filter { $0.category == category }
        guard exact.isEmpty else { return exact }
        let words = Set(query.lowercased().split { !$0.isLetter }.map(String.init))
        let scored = faq.map { ($0, words.intersection($0.keywords.split(separator: " ").map(String.init)).count) }
        return scored.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map(\.0)
    }

    private func cars(_ query: InventoryQuery) -> InventoryMatches {
        let found = seed.inventory.filter { query.models.isEmpty || query.models.contains($0.model) }
        return InventoryMatches(cars: found, count: found.count, nearest: found.isEmpty ? seed.inventory : [])
    }

    private func record(_ phone: String) -> CustomerRecord? {
        customers.first { $0.phone == phone }.map { CustomerRecord(customer: $0) }
    }

    private func duration(_ type: AppointmentType, _ subject: String) -> Int {
        type == .testDrive ? 30 : seed.services.first { $0.name == subject }?.durationMin ?? 60
    }

    private func free(_ day: Day, _ type: AppointmentType, _ subject: String) -> [TimeOfDay] {
        let taken = Set(appointments.filter { $0.day == day && $0.type == type }.map(\.time))
        return hours.starts(on: day, duration: duration(type, subject)).filter { !taken.contains($0) }
    }

    private mutating func book(_ order: BookingOrder) -> ToolAnswer {
        if let done = calls[order.callID] { return .appointment(done) }
        let isTaken = appointments.contains { ($0.day, $0.time, $0.type) == (order.day, order.time, order.type) }
        guard !isTaken else { return .slotTaken(nearest: []) }
        let appointment = Appointment(
            id: appointments.count + 1, customerID: customer(order), type: order.type, subject: order.subject,
            slot: OpenSlot(order.day, order.time),
            durationMin: duration(order.type, order.subject))
        appointments.append(appointment)
        calls[order.callID] = appointment
        return .appointment(appointment)
    }

    private mutating func customer(_ order: BookingOrder) -> Int {
        if let id = customers.first(where: { $0.phone == order.customerPhone })?.customerID { return id }
        let id = customers.count + 1
        customers.append(CustomerContext(customerID: id, name: order.customerName, phone: order.customerPhone))
        return id
    }
}
