import Engine

extension BookingAgent {
    /// `update_booking`: takes the facts of the utterance into the slots.
    func update(_ visit: inout ConversationVisit) {
        let heard = visit.heard.slots
        var slots = visit.state.conversation.bookingSlots
        switch slots.appointmentType {
        case .testDrive: slots.serviceType = heard.vehicle.flatMap(Self.name) ?? slots.serviceType
        default:
            slots.serviceType = heard.service ?? slots.serviceType
            note(heard.vehicle, &visit)
        }
        if let day = heard.day, day.description != slots.preferredDate {
            slots.preferredDate = day.description
            visit.write(\.memory.offered, [])
        }
        if let time = heard.time ?? chosen(visit) {
            if case .at(let exact) = time {
                slots.preferredTime = exact.description
                visit.write(\.memory.wish, nil)
            } else {
                slots.preferredTime = nil
                visit.write(\.memory.wish, time)
            }
        }
        if let name = heard.name { slots.customerName = name.capitalizedWords }
        if let phone = heard.phone { slots.customerPhone = phone }
        visit.write(\.conversation.bookingSlots, slots)
    }

    /// Remembers the caller's car.
    private func note(_ mention: VehicleMention?, _ visit: inout ConversationVisit) {
        guard let mention, let model = mention.model else { return }
        let vehicle = Vehicle(make: mention.make, model: model, year: mention.year)
        let known = visit.state.conversation.customer.vehicles
        guard !known.contains(where: { $0.model == model && (vehicle.year == nil || $0.year == vehicle.year) }) else {
            return
        }
        visit.write(\.conversation.customer.vehicles, known + [vehicle])
    }

    /// One of the offered times, named by its place: "the first one", "the last", "any".
    private func chosen(_ visit: ConversationVisit) -> TimeMention? {
        let offered = visit.state.memory.offered
        guard visit.state.memory.question == .time, let first = offered.first, let last = offered.last else {
            return nil
        }
        let wording = Wording(visit.state.turn.text)
        if wording.has(any: ["last", "latest", "later", "third", "latter"]) { return .at(last) }
        if offered.count > 1, wording.has(any: ["second", "middle"]) { return .at(offered[1]) }
        let isAny = wording.has(any: [
            "first", "earliest", "earlier", "any", "either", "whichever", "doesn't matter", "don't care",
        ])
        let isOnly = offered.count == 1 && visit.heard.intent == .affirm
        return isAny || isOnly ? .at(first) : nil
    }

    /// What to do when the utterance brought no new fact.
    func react(_ visit: inout ConversationVisit) -> Outcome {
        let question = visit.state.memory.question
        switch (question, visit.heard.intent) {
        case (.confirmation, .affirm), (.confirmation, .backchannel):
            return book(&visit)
        case (.confirmation, .deny), (.confirmation, .reschedule), (.correction, .deny), (.correction, .other):
            return correct(&visit)
        case (.correction, .affirm), (.escalationOffer, .deny), (nil, _):
            return advance(&visit)
        case (_, .bookService), (_, .bookTestDrive):
            return advance(&visit)
        default:
            return miss(question ?? .service, &visit)
        }
    }

    private func correct(_ visit: inout ConversationVisit) -> Outcome {
        guard let target = visit.heard.slots.target else {
            // Nothing to correct and no agreement: the caller does not want it.
            if visit.state.memory.question == .correction, visit.heard.intent == .deny { return drop(&visit) }
            visit.ask(.correction, .changeWhat)
            return .next
        }
        var slots = visit.state.conversation.bookingSlots
        switch target {
        case .date: (slots.preferredDate, slots.preferredTime) = (nil, nil)
        case .time: slots.preferredTime = nil
        case .name: slots.customerName = nil
        case .phone: slots.customerPhone = nil
        default: slots.serviceType = nil
        }
        visit.write(\.conversation.bookingSlots, slots)
        return advance(&visit)
    }

    private func miss(_ question: Question, _ visit: inout ConversationVisit) -> Outcome {
        let attempt = visit.state.memory.misses + 1
        visit.write(\.memory.misses, attempt)
        if attempt >= 3 {
            visit.ask(.escalationOffer, .offerColleague)
        } else if question == .phone, let digits = visit.heard.slots.partialPhone {
            visit.ask(question, .incompletePhone(digits: digits))
        } else {
            visit.say(.notUnderstood(attempt: attempt))
            visit.ask(question, attempt == 1 ? .ask(question) : .hint(question))
        }
        return .next
    }
}
