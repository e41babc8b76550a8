import Engine

extension BookingAgent {
    /// Tells, cancels or moves an appointment the caller has.
    func attend(_ visit: inout ConversationVisit) -> Outcome {
        let before = visit.state
        let heard = visit.heard.slots
        if let phone = heard.phone {
            visit.write(\.conversation.bookingSlots.customerPhone, phone)
            visit.write(\.memory.appointment, nil)
            visit.write(\.memory.appointments, [])
        }
        hint(&visit)
        if visit.memory.errand == .move {
            when(&visit)
            keepTime(&visit)
        }
        if visit.memory.appointment != nil {
            return visit.memory.errand == .move && hasProgressed(since: before, visit)
                ? advance(&visit) : decide(&visit)
        }
        if visit.memory.question == .appointment, heard.phone == nil { return choose(&visit) }
        guard let phone = visit.slots.customerPhone else {
            return visit.memory.question == .lookup ? miss(.lookup, &visit) : ask(.lookup, &visit)
        }
        if visit.memory.question == .escalationOffer, heard.phone == nil { return drop(&visit) }
        return visit.call(.getCustomer(phone: phone))
    }

    /// Remembers what is said of the appointment. When it is to be moved, a day says where to.
    private func hint(_ visit: inout ConversationVisit) {
        let heard = visit.heard.slots
        var hint = visit.memory.hint
        hint.service = heard.service ?? hint.service
        if visit.memory.errand != .move || visit.memory.question == .appointment { hint.day = heard.day ?? hint.day }
        let wording = Wording(visit.state.turn.text)
        if wording.has(any: ["test drive", "drive"]) { hint.type = .testDrive }
        if wording.has(any: ["same time", "same hour", "keep the time"]) { hint.keepsTime = true }
        visit.write(\.memory.hint, hint)
    }

    /// Takes the time that the appointment has, where the caller wants only the day to change.
    private func keepTime(_ visit: inout ConversationVisit) {
        guard let appointment = visit.memory.appointment, visit.memory.hint.keepsTime == true else { return }
        visit.write(\.memory.hint.keepsTime, nil)
        guard visit.heard.slots.time == nil else { return }
        visit.write(\.conversation.bookingSlots.preferredTime, appointment.time.description)
    }

    /// Takes in which appointments go with the number.
    func find(in record: CustomerRecord?, _ visit: inout ConversationVisit) -> Outcome {
        guard let record else {
            visit.say(.noCustomer(phone: visit.slots.customerPhone ?? ""))
            visit.write(\.conversation.bookingSlots.customerPhone, visit.state.conversation.customer.phone)
            visit.ask(.escalationOffer, .offerColleague)
            return .next
        }
        visit.write(\.conversation.customer, record.customer)
        visit.write(\.conversation.bookingSlots.customerName, record.customer.name)
        let fitting = record.appointments.filter { visit.memory.hint.fits($0) }
        // Bounded: the soonest eight are spoken of.
        let found = Array((fitting.isEmpty ? record.appointments : fitting).prefix(8))
        visit.write(\.memory.appointments, found)
        guard let first = found.first else {
            visit.say(.noAppointments)
            visit.ask(.escalationOffer, .offerColleague)
            return .next
        }
        if visit.memory.errand == .check {
            visit.say(.appointments(found.prefix(4).map(summary)))
            return close(&visit)
        }
        return found.count == 1 ? settle(on: first, &visit) : askWhich(found, &visit)
    }

    private func askWhich(_ found: [Appointment], _ visit: inout ConversationVisit) -> Outcome {
        visit.ask(.appointment, .whichAppointment(found.prefix(4).map(summary)))
        return .next
    }

    /// Takes the one that the caller names by its service, its day or its place.
    private func choose(_ visit: inout ConversationVisit) -> Outcome {
        let found = visit.memory.appointments
        let fitting = found.filter { visit.memory.hint.fits($0) }
        if visit.memory.hint != AppointmentHint(), fitting.count == 1 { return settle(on: fitting[0], &visit) }
        let wording = Wording(visit.state.turn.text)
        if let picked = Ordinal.pick(from: found, wording) { return settle(on: picked, &visit) }
        visit.write(\.memory.hint, AppointmentHint())
        if visit.heard.intent == .deny { return drop(&visit) }
        return miss(.appointment, &visit)
    }

    private func settle(on appointment: Appointment, _ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.memory.appointment, appointment)
        guard visit.memory.errand == .move else {
            visit.ask(.cancellation, .confirmCancellation(summary(appointment)))
            return .next
        }
        visit.say(.startMove(summary(appointment)))
        keepTime(&visit)
        var slots = visit.slots
        slots.appointmentType = appointment.type
        slots.serviceType = appointment.subject
        let hasTime = slots.preferredTime != nil || visit.memory.wish != nil
        // The day it is on says which one is meant, and nothing of where to.
        let isSameTime = slots.preferredTime == appointment.time.description
        if slots.preferredDate == appointment.day.description, !hasTime || isSameTime {
            (slots.preferredDate, slots.preferredTime) = (nil, nil)
        }
        if hasTime, !isSameTime, slots.preferredDate == nil { slots.preferredDate = appointment.day.description }
        visit.write(\.conversation.bookingSlots, slots)
        return advance(&visit)
    }

    func summary(_ appointment: Appointment) -> AppointmentSummary {
        AppointmentSummary(
            type: appointment.type, subject: spoken(appointment.type, appointment.subject), slot: appointment.slot)
    }
}
