import Engine

extension BookingAgent {
    /// Asks for the appointment. The call id stays the same until a slot changes or another booking begins.
    func book(_ visit: inout ConversationVisit) -> Outcome {
        let slots = visit.slots
        guard let subject = slots.serviceType, let summary = summary(visit) else { return advance(&visit) }
        let conversation = visit.state.conversation
        let known = conversation.customer.vehicles
        let order = BookingOrder(
            callID: visit.callID("book", "\(visit.memory.bookings)_\(key(slots))_\(summary.phone)"), type: summary.type,
            subject: subject, day: summary.day, time: summary.time, customerName: summary.name,
            customerPhone: summary.phone, customerEmail: slots.customerEmail,
            vehicle: summary.type == .service ? visit.memory.vehicle ?? (known.count == 1 ? known[0] : nil) : nil)
        return write(summary.type == .service ? .bookAppointment(order) : .bookTestDrive(order), &visit)
    }

    /// Runs a tool that changes something; where a person must approve it, the talk goes on meanwhile.
    func write(_ tool: ToolRequest, _ visit: inout ConversationVisit) -> Outcome {
        guard case .approve = domain.policies[tool.name] else { return visit.call(tool) }
        visit.write(\.turn.approval, tool)
        visit.say(.awaitApproval)
        return close(&visit)
    }

    /// The appointment is as it should be: tells so.
    func conclude(_ appointment: Appointment, _ visit: inout ConversationVisit) -> Outcome {
        let summary = AppointmentSummary(
            type: appointment.type, subject: spoken(appointment.type, appointment.subject), slot: appointment.slot)
        switch visit.memory.errand {
        case .cancel:
            visit.say(.cancelled(summary))
            visit.write(\.memory.appointments, visit.memory.appointments.filter { $0.id != appointment.id })
        case .move:
            visit.say(.moved(summary))
            visit.write(\.memory.appointments, [appointment])
        case .booking, .check, nil:
            visit.write(\.conversation.customer.customerID, appointment.customerID)
            if let booked = self.summary(visit) { visit.say(.booked(booked)) }
            visit.write(\.memory.appointments, [appointment])
        }
        return close(&visit)
    }

    /// Somebody else was faster: offers the nearest openings, or looks what the day still has.
    func lose(_ nearest: [OpenSlot], _ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.memory.checkedSlot, nil)
        visit.say(.justTaken)
        guard let first = nearest.first else { return advance(&visit) }
        visit.write(\.conversation.bookingSlots.preferredTime, nil)
        let offered = Array(nearest.sorted().prefix(3))
        visit.write(\.memory.offered, offered)
        let isOneDay = offered.allSatisfy { $0.day == first.day }
        visit.ask(.time, isOneDay ? .times(first.day, offered.map(\.time), .free) : .openings(offered))
        return .next
    }
}
