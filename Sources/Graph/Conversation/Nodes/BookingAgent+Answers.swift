import Engine

extension BookingAgent {
    /// Takes a tool's answer in and goes on.
    func take(_ answer: ToolAnswer, _ visit: inout ConversationVisit) -> Outcome {
        switch answer {
        case .inventory(let found): return take(found.cars + found.nearest, &visit)
        case .times(let times): return take(times, &visit)
        case .customer(let record): return take(record?.customer, &visit)
        case .appointment(let appointment): return confirm(appointment, &visit)
        case .slotTaken: return lose(&visit)
        case .faq, .services, .failed:
            visit.say(.trouble(attempt: 1))
            visit.ask(.escalationOffer, .offerColleague)
            return .next
        }
    }

    private func take(_ cars: [InventoryItem], _ visit: inout ConversationVisit) -> Outcome {
        let wanted = visit.state.conversation.bookingSlots.serviceType
        if let wanted, cars.contains(where: { "\($0.make) \($0.model)" == wanted }) {
            visit.write(\.memory.checkedModel, wanted)
            return advance(&visit)
        }
        visit.write(\.conversation.bookingSlots.serviceType, nil)
        visit.say(.noSuchCar(wanted: wanted ?? "that car", nearest: cars))
        visit.ask(.vehicle)
        return .next
    }

    private func take(_ customer: CustomerContext?, _ visit: inout ConversationVisit) -> Outcome {
        if var customer {
            let heard = visit.state.conversation.customer.vehicles.filter { $0.id == nil }
            customer.vehicles += heard.filter { new in !customer.vehicles.contains { $0.model == new.model } }
            visit.write(\.conversation.customer, customer)
            if let name = customer.name { visit.say(.knownCustomer(name: name)) }
        } else {
            visit.write(\.conversation.customer.name, visit.state.conversation.bookingSlots.customerName)
            visit.write(\.conversation.customer.phone, visit.state.conversation.bookingSlots.customerPhone)
        }
        return advance(&visit)
    }

    // MARK: Times

    private func take(_ free: [TimeOfDay], _ visit: inout ConversationVisit) -> Outcome {
        let slots = visit.state.conversation.bookingSlots
        guard let day = slots.preferredDate.flatMap({ Day($0) }) else { return advance(&visit) }
        let here = visit.local(domain)
        let times = day == here.day ? free.filter { $0.minutes >= here.time.minutes + 30 } : free
        guard !times.isEmpty else { return fill(day, &visit) }
        guard let wanted = slots.preferredTime.flatMap({ TimeOfDay($0) }) else { return offer(times, day, &visit) }
        if times.contains(wanted) {
            visit.write(\.memory.checkedSlot, key(slots))
            visit.write(\.memory.offered, [])
            return advance(&visit)
        }
        return replace(wanted, times, day, &visit)
    }

    private func fill(_ day: Day, _ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.conversation.bookingSlots.preferredDate, nil)
        visit.say(.full(day))
        visit.ask(.date)
        return .next
    }

    /// Names times in the range the caller wished for, or the nearest others.
    private func offer(_ times: [TimeOfDay], _ day: Day, _ visit: inout ConversationVisit) -> Outcome {
        let fitting = times.filter { visit.state.memory.wish?.admits($0) ?? true }
        visit.write(\.memory.wish, nil)
        let offered = fitting.isEmpty ? Self.spread(times) : Self.spread(fitting)
        return propose(offered, day, isTaken: fitting.isEmpty, &visit)
    }

    private func replace(
        _ wanted: TimeOfDay, _ times: [TimeOfDay], _ day: Day, _ visit: inout ConversationVisit
    ) -> Outcome {
        visit.write(\.conversation.bookingSlots.preferredTime, nil)
        if let span = domain.openingHours.span(on: day), wanted < span.open || wanted >= span.close {
            visit.say(.outsideHours(day, span))
            visit.ask(.time)
            return .next
        }
        let near = times.sorted { abs($0.minutes - wanted.minutes) < abs($1.minutes - wanted.minutes) }
        return propose(near.prefix(3).sorted(), day, isTaken: true, &visit)
    }

    private func propose(
        _ times: [TimeOfDay], _ day: Day, isTaken: Bool, _ visit: inout ConversationVisit
    ) -> Outcome {
        visit.write(\.memory.offered, times)
        visit.ask(.time, .times(day, times, isTaken ? .taken : .free))
        return .next
    }

    /// At most three times: the first, the middle and the last.
    private static func spread(_ times: [TimeOfDay]) -> [TimeOfDay] {
        times.count <= 3 ? times : [times[0], times[times.count / 2], times[times.count - 1]]
    }

    // MARK: The appointment

    private func confirm(_ appointment: Appointment, _ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.conversation.customer.customerID, appointment.customerID)
        if let summary = summary(visit.state.conversation.bookingSlots) { visit.say(.booked(summary)) }
        finish(&visit)
        visit.ask(.anythingElse)
        return .next
    }

    /// Somebody else was faster: look what is left.
    private func lose(_ visit: inout ConversationVisit) -> Outcome {
        let slots = visit.state.conversation.bookingSlots
        guard let subject = slots.serviceType, let day = slots.preferredDate.flatMap({ Day($0) }) else {
            return advance(&visit)
        }
        visit.write(\.memory.checkedSlot, nil)
        visit.say(.justTaken)
        visit.request(
            .tool(
                .checkAvailability(
                    AvailabilityQuery(day: day, type: slots.appointmentType ?? .service, subject: subject))))
        return .stay
    }
}
