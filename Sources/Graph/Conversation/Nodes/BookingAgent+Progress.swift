import Engine

extension BookingAgent {
    /// Asks for, looks up or reads back whatever comes next.
    func advance(_ visit: inout ConversationVisit) -> Outcome {
        let slots = visit.state.conversation.bookingSlots
        let type = slots.appointmentType ?? .service
        guard let subject = slots.serviceType else { return ask(type == .service ? .service : .vehicle, &visit) }
        if type == .testDrive, visit.state.memory.checkedModel != subject {
            visit.request(.tool(.searchInventory(InventoryQuery(models: [model(of: subject)]))))
            return .stay
        }
        guard let day = slots.preferredDate.flatMap({ Day($0) }) else { return ask(.date, &visit) }
        if let obstacle = obstacle(to: day, visit) { return refuse(obstacle, &visit) }
        guard slots.preferredTime != nil || visit.state.memory.wish != nil else { return ask(.time, &visit) }
        if slots.preferredTime == nil || visit.state.memory.checkedSlot != key(slots) {
            visit.request(.tool(.checkAvailability(AvailabilityQuery(day: day, type: type, subject: subject))))
            return .stay
        }
        return identify(slots, &visit)
    }

    /// Name, phone, customer, read-back.
    private func identify(_ slots: BookingSlots, _ visit: inout ConversationVisit) -> Outcome {
        guard slots.customerName != nil else { return ask(.name, &visit) }
        guard let phone = slots.customerPhone else { return ask(.phone, &visit) }
        if visit.state.memory.checkedPhone != phone {
            visit.write(\.memory.checkedPhone, phone)
            visit.request(.tool(.getCustomer(phone: phone)))
            return .stay
        }
        guard let summary = summary(slots) else { return ask(.date, &visit) }
        visit.ask(.confirmation, .readBack(summary))
        return .next
    }

    private func ask(_ question: Question, _ visit: inout ConversationVisit) -> Outcome {
        visit.ask(question)
        return .next
    }

    /// `Camry` of `Toyota Camry`.
    private func model(of subject: String) -> String {
        domain.models.first { "\($0.make) \($0.model)" == subject }?.model ?? subject
    }

    func key(_ slots: BookingSlots) -> String {
        [slots.serviceType, slots.preferredDate, slots.preferredTime].map { $0 ?? "" }.joined(separator: "|")
    }

    /// Why nothing can be booked on a day.
    private func obstacle(to day: Day, _ visit: ConversationVisit) -> Line? {
        let today = visit.local(domain).day
        if day < today { return .past(day) }
        if day.number - today.number > domain.bookingHorizon {
            return .tooFar(last: today.adding(days: domain.bookingHorizon))
        }
        return domain.openingHours.span(on: day) == nil
            ? .closed(day, reason: domain.openingHours.exceptions[day]?.reason) : nil
    }

    private func refuse(_ obstacle: Line, _ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.conversation.bookingSlots.preferredDate, nil)
        visit.say(obstacle)
        return ask(.date, &visit)
    }

    /// The booking, when every slot is there.
    func summary(_ slots: BookingSlots) -> BookingSummary? {
        guard let type = slots.appointmentType, let subject = slots.serviceType,
            let day = slots.preferredDate.flatMap({ Day($0) }),
            let time = slots.preferredTime.flatMap({ TimeOfDay($0) }), let name = slots.customerName,
            let phone = slots.customerPhone
        else { return nil }
        let spoken = type == .service ? domain.spoken(service: subject) : subject
        return BookingSummary(type: type, subject: spoken, day: day, time: time, name: name, phone: phone)
    }

    /// Asks for the appointment. The call id stays the same until a slot changes or another booking begins.
    func book(_ visit: inout ConversationVisit) -> Outcome {
        let slots = visit.state.conversation.bookingSlots
        guard let subject = slots.serviceType, let summary = summary(slots) else { return advance(&visit) }
        let conversation = visit.state.conversation
        let order = BookingOrder(
            callID: "book_\(conversation.sessionID)_\(visit.state.memory.bookings)_\(key(slots))", type: summary.type,
            subject: subject, day: summary.day, time: summary.time, customerName: summary.name,
            customerPhone: summary.phone, customerEmail: slots.customerEmail,
            vehicle: summary.type == .service ? conversation.customer.vehicles.last : nil)
        visit.request(.tool(summary.type == .service ? .bookAppointment(order) : .bookTestDrive(order)))
        return .stay
    }
}
