import Engine

extension BookingAgent {
    /// The errand that the utterance begins; `nil` when it goes on with the one under way.
    func begun(by visit: ConversationVisit) -> Errand? {
        let current = visit.memory.errand
        switch visit.heard.intent {
        case .checkAppointment: return current == .check ? nil : .check
        case .cancel: return current == .booking || current == .cancel || isDropped(visit) ? nil : .cancel
        case .reschedule: return current == .booking || current == .move ? nil : .move
        case .bookService, .bookTestDrive:
            guard let current else { return .booking }
            return current != .booking && wantsAnother(visit) ? .booking : nil
        default:
            guard current == nil else { return nil }
            let isChange = visit.heard.intent == .giveDatetime && !visit.memory.appointments.isEmpty
            return isChange ? .move : .booking
        }
    }

    /// Whether the errand under way is given up.
    func isDropped(_ visit: ConversationVisit) -> Bool {
        if visit.memory.errand == .booking { return visit.heard.intent == .cancel }
        guard visit.memory.errand != nil, visit.heard.slots.day == nil, visit.heard.slots.time == nil else {
            return false
        }
        return Wording(visit.state.turn.text).has(any: [
            "never mind", "nevermind", "forget it", "forget about it", "leave it", "keep it", "leave everything",
        ])
    }

    /// Naming a service while an appointment is looked for says which; only these words ask for a new one.
    private func wantsAnother(_ visit: ConversationVisit) -> Bool {
        Wording(visit.state.turn.text).has(any: [
            "book", "new appointment", "another appointment", "schedule", "make an appointment", "i need", "i want",
        ])
    }

    func begin(_ errand: Errand, _ visit: inout ConversationVisit) {
        let previous = visit.memory.errand
        visit.write(\.memory.errand, errand)
        visit.write(\.memory.hasSuspendedBooking, errand == .check && previous == .booking)
        if errand == .check, previous == .booking { return visit.write(\.memory.hint, AppointmentHint()) }
        let known = previous == .cancel || previous == .move ? visit.memory.appointment : nil
        let asked = previous == nil ? visit.memory.hint.service : nil
        forget(&visit)
        visit.write(\.memory.appointment, known)
        visit.write(\.conversation.bookingSlots, fresh(visit))
        if errand == .booking {
            start(&visit, after: asked)
        } else {
            visit.write(\.memory.changes, visit.memory.changes + 1)
        }
    }

    /// Slots that hold nothing but who the caller is.
    private func fresh(_ visit: ConversationVisit) -> BookingSlots {
        let customer = visit.state.conversation.customer
        var slots = BookingSlots()
        slots.customerName = visit.slots.customerName ?? customer.name
        slots.customerPhone = visit.slots.customerPhone ?? customer.phone
        slots.customerEmail = visit.slots.customerEmail ?? customer.email
        return slots
    }

    /// Goes on with a service that was named in the same breath; `nil` when there is none.
    private func startNext(_ visit: inout ConversationVisit) -> Outcome? {
        let rest = visit.memory.otherServices.filter { $0 != visit.slots.serviceType }
        visit.write(\.memory.otherServices, Array(rest.dropFirst()))
        guard let next = rest.first else { return nil }
        forget(&visit)
        visit.write(\.memory.errand, .booking)
        visit.write(\.memory.bookings, visit.memory.bookings + 1)
        var slots = fresh(visit)
        (slots.appointmentType, slots.serviceType) = (.service, next)
        visit.write(\.conversation.bookingSlots, slots)
        visit.say(.startBooking(.service, subject: domain.spoken(service: next)))
        return advance(&visit)
    }

    private func forget(_ visit: inout ConversationVisit) {
        visit.write(\.memory.wish, nil)
        visit.write(\.memory.wantsEarliest, false)
        visit.write(\.memory.offered, [])
        visit.write(\.memory.suggestedDay, nil)
        visit.write(\.memory.choice, nil)
        visit.write(\.memory.carWish, nil)
        visit.write(\.memory.vehicle, nil)
        visit.write(\.memory.checkedSlot, nil)
        visit.write(\.memory.checkedModel, nil)
        visit.write(\.memory.hint, AppointmentHint())
        visit.write(\.memory.isReminded, false)
        visit.expect(nil)
    }

    /// `asked`: the service whose price or duration was asked before, which "book that" means.
    private func start(_ visit: inout ConversationVisit, after asked: String?) {
        visit.write(\.memory.bookings, visit.memory.bookings + 1)
        visit.write(\.memory.appointments, [])
        let type: AppointmentType = visit.heard.intent == .bookTestDrive ? .testDrive : .service
        visit.write(\.conversation.bookingSlots.appointmentType, type)
        let heard = visit.heard.slots
        let meant = heard.service ?? (heard.choice == nil ? asked : nil)
        if type == .service { visit.write(\.conversation.bookingSlots.serviceType, meant) }
        // A car is named once it is known to be there.
        let subject = type == .service ? meant.map { domain.spoken(service: $0) } : nil
        if domain.appointmentTypes.contains(type) { visit.say(.startBooking(type, subject: subject)) }
    }

    /// This house does not give such appointments.
    func decline(_ visit: inout ConversationVisit) -> Outcome {
        visit.say(.notOffered(visit.slots.appointmentType ?? .service))
        finish(&visit)
        return ask(.anythingElse, &visit)
    }

    func drop(_ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.memory.otherServices, [])
        visit.say(visit.memory.errand == .booking ? .dropped : .kept)
        return close(&visit)
    }

    /// Ends the errand; its slots stay to be seen until the next one begins.
    func finish(_ visit: inout ConversationVisit) {
        visit.write(\.memory.errand, nil)
        visit.write(\.memory.appointment, nil)
        visit.write(\.memory.offered, [])
        visit.write(\.memory.suggestedDay, nil)
        visit.write(\.memory.choice, nil)
        visit.expect(nil)
    }

    /// Ends the errand, and goes back to the booking that waits or asks what else there is.
    func close(_ visit: inout ConversationVisit) -> Outcome {
        finish(&visit)
        if let next = startNext(&visit) { return next }
        guard visit.memory.hasSuspendedBooking else { return ask(.anythingElse, &visit) }
        visit.write(\.memory.hasSuspendedBooking, false)
        visit.write(\.memory.errand, .booking)
        visit.say(.bridge(attempt: 1))
        return advance(&visit)
    }
}
