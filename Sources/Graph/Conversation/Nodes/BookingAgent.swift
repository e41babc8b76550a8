import Engine

/// `booking_agent`: fills the slots one question at a time in the order service, date, time, name, phone; reads the
/// booking back; books it when the caller agrees.
///
/// What is asked next follows from the slots alone, so a digression, a correction or an offer of help never loses the
/// thread.
struct BookingAgent: Sendable {
    let domain: Domain

    func visit(_ visit: inout ConversationVisit) -> Outcome {
        visit.enter("booking_agent", .booking)
        if case .tool(_, let answer) = visit.event { return take(answer, &visit) }
        begin(&visit)
        if visit.heard.intent == .cancel { return drop(&visit) }
        let before = visit.state
        update(&visit)
        let isChanged =
            before.conversation.bookingSlots != visit.state.conversation.bookingSlots
            || before.memory.wish != visit.state.memory.wish
        return isChanged ? advance(&visit) : react(&visit)
    }

    /// Starts a booking, or turns the one under way into another kind.
    private func begin(_ visit: inout ConversationVisit) {
        let type: AppointmentType? =
            switch visit.heard.intent {
            case .bookTestDrive: .testDrive
            case .bookService: .service
            default: nil
            }
        var slots = visit.state.conversation.bookingSlots
        if !visit.state.memory.isBooking {
            let known = slots
            slots = BookingSlots()
            slots.customerName = known.customerName ?? visit.state.conversation.customer.name
            slots.customerPhone = known.customerPhone ?? visit.state.conversation.customer.phone
            slots.customerEmail = known.customerEmail ?? visit.state.conversation.customer.email
            slots.appointmentType = type ?? .service
            forget(&visit)
            visit.write(\.memory.isBooking, true)
            visit.write(\.memory.bookings, visit.state.memory.bookings + 1)
            visit.say(.startBooking(type ?? .service, subject: subject(visit.heard, type ?? .service)))
        } else if let type, type != slots.appointmentType {
            slots.appointmentType = type
            slots.serviceType = nil
        }
        visit.write(\.conversation.bookingSlots, slots)
    }

    private func forget(_ visit: inout ConversationVisit) {
        visit.write(\.memory.wish, nil)
        visit.write(\.memory.offered, [])
        visit.write(\.memory.checkedSlot, nil)
        visit.write(\.memory.checkedModel, nil)
        visit.write(\.memory.misses, 0)
        visit.write(\.memory.question, nil)
    }

    private func subject(_ heard: Interpretation, _ type: AppointmentType) -> String? {
        switch type {
        case .service: heard.slots.service.map { domain.spoken(service: $0) }
        case .testDrive: heard.slots.vehicle.flatMap(Self.name)
        }
    }

    static func name(_ vehicle: VehicleMention) -> String? {
        guard let model = vehicle.model else { return nil }
        return [vehicle.make, model].compactMap { $0 }.joined(separator: " ")
    }

    func drop(_ visit: inout ConversationVisit) -> Outcome {
        finish(&visit)
        visit.say(.dropped)
        visit.ask(.anythingElse)
        return .next
    }

    /// Ends the booking; its slots stay to be seen until the next one begins.
    func finish(_ visit: inout ConversationVisit) {
        visit.write(\.memory.isBooking, false)
        visit.expect(nil)
    }
}
