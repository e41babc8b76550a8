import Engine

extension BookingAgent {
    /// The appointment is known: what the caller says to its end or its move.
    func decide(_ visit: inout ConversationVisit) -> Outcome {
        guard visit.memory.errand == .cancel else { return react(&visit) }
        switch (visit.memory.question, visit.heard.intent) {
        case (.cancellation, .affirm), (.cancellation, .cancel), (.cancellation, .backchannel): return cancel(&visit)
        case (.cancellation, .deny), (.escalationOffer, .deny): return drop(&visit)
        case (.cancellation, _): return miss(.cancellation, &visit)
        default: return confirmCancellation(&visit)
        }
    }

    private func confirmCancellation(_ visit: inout ConversationVisit) -> Outcome {
        guard let appointment = visit.memory.appointment else { return attend(&visit) }
        visit.ask(.cancellation, .confirmCancellation(summary(appointment)))
        return .next
    }

    func confirmMove(_ visit: inout ConversationVisit) -> Outcome {
        guard let appointment = visit.memory.appointment, let slot = slot(visit.slots) else {
            return ask(.date, &visit)
        }
        visit.ask(.move, .confirmMove(summary(appointment), to: slot))
        return .next
    }

    private func cancel(_ visit: inout ConversationVisit) -> Outcome {
        guard let change = change("cancel", to: nil, visit) else { return attend(&visit) }
        return write(.cancel(change), &visit)
    }

    func move(_ visit: inout ConversationVisit) -> Outcome {
        guard let slot = slot(visit.slots), let change = change("move", to: slot, visit) else { return advance(&visit) }
        return write(.reschedule(change), &visit)
    }

    /// The call id stays the same until the new time changes or another change begins.
    private func change(_ verb: String, to slot: OpenSlot?, _ visit: ConversationVisit) -> AppointmentChange? {
        guard let appointment = visit.memory.appointment,
            let phone = visit.slots.customerPhone ?? visit.state.conversation.customer.phone
        else { return nil }
        let target = slot.map { "_\($0.day)T\($0.time)" } ?? ""
        return AppointmentChange(
            callID: visit.callID(verb, "\(visit.memory.changes)_\(appointment.id)\(target)"),
            appointment: appointment.id,
            customerPhone: phone, slot: slot)
    }
}
