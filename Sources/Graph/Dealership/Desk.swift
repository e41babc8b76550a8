package import Conversation
package import Pack

/// The tools of the dealership, answered from memory: what the database does, for tests and for a quick look. It has one
/// bay and one car of each kind: two appointments of one type never start at the same time.
package struct Desk: Sendable {
    let seed: SeedData
    let hours: OpeningHours
    /// Everything booked, oldest first, cancelled ones included.
    package private(set) var appointments: [Appointment] = []
    /// What each writing call came to.
    private var calls: [String: Appointment] = [:]
    private var customers: [CustomerContext]

    package init(seed: SeedData = .dealership, hours: OpeningHours = .dealership) {
        self.seed = seed
        self.hours = hours
        customers = seed.customers.enumerated().map { index, customer in
            CustomerContext(
                customerID: index + 1, name: customer.name, phone: customer.phone, email: customer.email,
                vehicles: customer.vehicles)
        }
    }

    package mutating func answer(_ request: ToolRequest) -> ToolAnswer {
        switch request {
        case .searchFAQ(let query, let category): .faq(Self.search(seed.faq, query, category))
        case .listServices(let name): .services(seed.services.filter { name == nil || $0.name == name })
        case .searchInventory(let query): .inventory(cars(query))
        case .getCustomer(let phone): .customer(record(phone))
        case .checkAvailability(let query): .times(free(query.day, query.type, query.subject, query.moving))
        case .bookAppointment(let order), .bookTestDrive(let order): book(order)
        case .reschedule(let change): move(change)
        case .cancel(let change): cancel(change)
        }
    }

    private func record(_ phone: String) -> CustomerRecord? {
        guard let customer = customers.first(where: { $0.phone == phone }) else { return nil }
        let theirs = appointments.filter { $0.customerID == customer.customerID && $0.status == .scheduled }
        return CustomerRecord(customer: customer, appointments: theirs.sorted { $0.slot < $1.slot })
    }

    // MARK: Times

    private func duration(_ type: AppointmentType, _ subject: String) -> Int {
        type == .testDrive ? seed.testDrive.durationMin : seed.services.first { $0.name == subject }?.durationMin ?? 60
    }

    private func taken(_ type: AppointmentType, except moving: Int?) -> Set<OpenSlot> {
        Set(appointments.filter { $0.type == type && $0.status == .scheduled && $0.id != moving }.map(\.slot))
    }

    private func free(_ day: Day, _ type: AppointmentType, _ subject: String, _ moving: Int? = nil) -> [TimeOfDay] {
        let taken = taken(type, except: moving)
        return hours.starts(on: day, duration: duration(type, subject)).filter { !taken.contains(OpenSlot(day, $0)) }
    }

    /// The two openings nearest to a time: of its day, or of the week after it.
    private func nearest(to slot: OpenSlot, _ type: AppointmentType, _ subject: String) -> [OpenSlot] {
        var found: [OpenSlot] = []
        for offset in 0..<8 where found.count < 2 {
            let day = slot.day.adding(days: offset)
            let times = free(day, type, subject).sorted {
                abs($0.minutes - slot.time.minutes) < abs($1.minutes - slot.time.minutes)
            }
            found += times.prefix(2 - found.count).map { OpenSlot(day, $0) }
        }
        return found.sorted()
    }

    // MARK: Writing

    private mutating func book(_ order: BookingOrder) -> ToolAnswer {
        if let done = calls[order.callID] { return .appointment(done) }
        let slot = OpenSlot(order.day, order.time)
        guard !taken(order.type, except: nil).contains(slot) else {
            return .slotTaken(nearest: nearest(to: slot, order.type, order.subject))
        }
        let appointment = Appointment(
            id: appointments.count + 1, customerID: customer(order), type: order.type, subject: order.subject,
            slot: slot, durationMin: duration(order.type, order.subject))
        appointments.append(appointment)
        calls[order.callID] = appointment
        return .appointment(appointment)
    }

    private mutating func move(_ change: AppointmentChange) -> ToolAnswer {
        if let done = calls[change.callID] { return .appointment(done) }
        guard let index = index(of: change), let slot = change.slot else { return .failed("no such appointment") }
        let old = appointments[index]
        guard !taken(old.type, except: old.id).contains(slot) else {
            return .slotTaken(nearest: nearest(to: slot, old.type, old.subject))
        }
        return replace(index, slot, .scheduled, change.callID)
    }

    private mutating func cancel(_ change: AppointmentChange) -> ToolAnswer {
        if let done = calls[change.callID] { return .appointment(done) }
        guard let index = index(of: change) else { return .failed("no such appointment") }
        return replace(index, appointments[index].slot, .cancelled, change.callID)
    }

    private mutating func replace(
        _ index: Int, _ slot: OpenSlot, _ status: Appointment.Status, _ callID: String
    ) -> ToolAnswer {
        let old = appointments[index]
        appointments[index] = Appointment(
            id: old.id, customerID: old.customerID, type: old.type, subject: old.subject, slot: slot,
            durationMin: old.durationMin, status: status)
        calls[callID] = appointments[index]
        return .appointment(appointments[index])
    }

    /// The appointment of a change, if it is the customer's.
    private func index(of change: AppointmentChange) -> Int? {
        let owner = customers.first { $0.phone == change.customerPhone }?.customerID
        return appointments.firstIndex {
            $0.id == change.appointment && $0.customerID == owner && $0.status == .scheduled
        }
    }

    private mutating func customer(_ order: BookingOrder) -> Int {
        if let id = customers.first(where: { $0.phone == order.customerPhone })?.customerID { return id }
        let id = customers.count + 1
        customers.append(CustomerContext(customerID: id, name: order.customerName, phone: order.customerPhone))
        return id
    }
}
