import Engine

extension FAQAgent {
    /// Prepares what a tool answered; facts nobody has lead to a colleague.
    func tell(_ answer: ToolAnswer, _ visit: inout ConversationVisit) {
        switch answer {
        case .faq(let entries):
            guard let best = entries.first else { return offerColleague(.noAnswer, &visit) }
            visit.quote(best.answer)
        case .services(let offers):
            tell(offers, &visit)
        case .inventory(let found):
            tell(found, &visit)
        case .customer, .times, .appointment, .slotTaken, .failed:
            offerColleague(.trouble(attempt: 1), &visit)
        }
    }

    private func tell(_ offers: [ServiceOffer], _ visit: inout ConversationVisit) {
        guard !offers.isEmpty else { return offerColleague(.noAnswer, &visit) }
        let spoken = offers.map { domain.spoken(service: $0.name) }
        switch visit.heard.intent {
        case .faqServices:
            visit.say(.services(Array(spoken.prefix(5))))
        case .faqDuration:
            for (name, offer) in zip(spoken, offers).prefix(3) {
                visit.say(.duration(service: name, minutes: offer.durationMin))
            }
        default:
            for (name, offer) in zip(spoken, offers).prefix(3) { visit.say(.price(service: name, offer)) }
        }
    }

    private func tell(_ found: InventoryMatches, _ visit: inout ConversationVisit) {
        if found.cars.count == 1 { return visit.say(.car(found.cars[0])) }
        if !found.cars.isEmpty { return visit.say(.cars(found.cars, count: found.count)) }
        if found.nearest.isEmpty, visit.heard.slots.vehicle == nil { return offerColleague(.noAnswer, &visit) }
        visit.say(.noSuchCar(wanted: visit.heard.slots.vehicle?.wanted, nearest: Array(found.nearest.prefix(3))))
    }

    private func offerColleague(_ line: Line, _ visit: inout ConversationVisit) {
        visit.say(line)
        guard !visit.memory.isBooking, visit.state.turn.agenda.isEmpty else { return }
        visit.ask(.escalationOffer, .offerColleague)
    }
}
