import Engine

extension BookingAgent {
    /// Asks for, looks up or reads back whatever comes next.
    func advance(_ visit: inout ConversationVisit) -> Outcome {
        let isMove = visit.memory.errand == .move
        let slots = visit.slots
        let type = slots.appointmentType ?? .service
        if type == .testDrive, !isMove, let outcome = settleCar(&visit) { return outcome }
        guard let subject = slots.serviceType else { return ask(.service, &visit) }
        if visit.memory.wantsEarliest, slots.preferredTime == nil { return searchEarliest(&visit) }
        guard let day = slots.preferredDate.flatMap({ Day($0) }) else { return ask(.date, &visit) }
        if let obstacle = obstacle(to: day, visit) { return refuse(obstacle, day, &visit) }
        guard slots.preferredTime != nil || visit.memory.wish != nil else {
            return isLoose(visit) ? look(at: day, type, subject, &visit) : ask(.time, &visit)
        }
        if slots.preferredTime == nil || visit.memory.checkedSlot != key(slots) {
            return look(at: day, type, subject, &visit)
        }
        return isMove ? confirmMove(&visit) : identify(&visit)
    }

    /// Name, phone, customer, read-back.
    private func identify(_ visit: inout ConversationVisit) -> Outcome {
        guard visit.slots.customerName != nil else { return ask(.name, &visit) }
        guard let phone = visit.slots.customerPhone else { return ask(.phone, &visit) }
        if visit.memory.checkedPhone != phone {
            visit.write(\.memory.checkedPhone, phone)
            return visit.call(.getCustomer(phone: phone))
        }
        guard let summary = summary(visit) else { return ask(.date, &visit) }
        visit.ask(.confirmation, .readBack(summary))
        return .next
    }

    /// Takes in who has the number. Only somebody who gives the name that goes with it is greeted by it.
    func greet(_ record: CustomerRecord?, _ visit: inout ConversationVisit) -> Outcome {
        let slots = visit.slots
        if var customer = record?.customer, isSamePerson(customer.name, slots.customerName) {
            let heard = visit.state.conversation.customer.vehicles.filter { $0.id == nil }
            customer.vehicles += heard.filter { new in !customer.vehicles.contains { $0.isSame(as: new) } }
            visit.write(\.conversation.customer, customer)
            if let name = customer.name { visit.say(.knownCustomer(name: name)) }
        } else {
            visit.write(\.conversation.customer.name, slots.customerName)
            visit.write(\.conversation.customer.phone, slots.customerPhone)
        }
        return advance(&visit)
    }

    private func isSamePerson(_ known: String?, _ said: String?) -> Bool {
        guard let known = known?.lowercased(), let said = said?.lowercased() else { return true }
        let names = Set(known.split(separator: " "))
        return said.split(separator: " ").contains { names.contains($0) }
    }

    func key(_ slots: BookingSlots) -> String {
        [slots.serviceType, slots.preferredDate, slots.preferredTime].map { $0 ?? "" }.joined(separator: "|")
    }

    /// The booking, when every slot is there.
    func summary(_ visit: ConversationVisit) -> BookingSummary? { summary(visit.state) }

    func summary(_ state: DialogueState) -> BookingSummary? {
        let slots = state.conversation.bookingSlots
        guard let type = slots.appointmentType, let subject = slots.serviceType, let slot = slot(slots),
            let name = slots.customerName, let phone = slots.customerPhone
        else { return nil }
        var summary = BookingSummary(
            type: type, subject: spoken(type, subject), day: slot.day, time: slot.time, name: name, phone: phone)
        if type == .service { summary.vehicle = state.memory.vehicle?.spoken }
        return summary
    }

    func slot(_ slots: BookingSlots) -> OpenSlot? {
        guard let day = slots.preferredDate.flatMap({ Day($0) }),
            let time = slots.preferredTime.flatMap({ TimeOfDay($0) })
        else { return nil }
        return OpenSlot(day, time)
    }

    func spoken(_ type: AppointmentType, _ subject: String) -> String {
        type == .service ? domain.spoken(service: subject) : subject
    }
}
