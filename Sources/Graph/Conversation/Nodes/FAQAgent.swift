import Engine

/// `faq_agent`: looks answers up with `search_faq`, `list_services` and `search_inventory`.
struct FAQAgent: Sendable {
    let domain: Domain

    func visit(_ visit: inout ConversationVisit) -> Outcome {
        visit.enter("faq_agent", .faq)
        guard case .tool(_, let answer) = visit.event else { return look(&visit) }
        visit.write(\.turn.isDigression, visit.state.memory.isBooking)
        if !visit.state.memory.isBooking { visit.expect(nil) }
        tell(answer, &visit)
        return .next
    }

    private func look(_ visit: inout ConversationVisit) -> Outcome {
        let heard = visit.heard
        if heard.intent == .faqHours, let day = heard.slots.day {
            visit.say(.hours(day.weekday, domain.openingHours[day.weekday]))
            visit.write(\.turn.isDigression, visit.state.memory.isBooking)
            if !visit.state.memory.isBooking { visit.expect(nil) }
            return .next
        }
        visit.request(.tool(request(for: heard, visit.state.turn.text)))
        return .stay
    }

    private func request(for heard: Interpretation, _ text: String) -> ToolRequest {
        switch heard.intent {
        case .faqInventory, .other: return .searchInventory(query(heard.slots.vehicle))
        case .faqPrice where heard.slots.service == nil && heard.slots.vehicle?.model != nil:
            return .searchInventory(query(heard.slots.vehicle))
        case .faqServices: return .listServices(name: nil)
        case .faqPrice, .faqDuration:
            guard let service = heard.slots.service else {
                return .searchFAQ(query: text, category: heard.intent.faqCategory)
            }
            return .listServices(name: service)
        default: return .searchFAQ(query: text, category: heard.intent.faqCategory)
        }
    }

    private func query(_ mention: VehicleMention?) -> InventoryQuery {
        InventoryQuery(models: mention?.model.map { [$0] } ?? mention?.models ?? [])
    }

    private func tell(_ answer: ToolAnswer, _ visit: inout ConversationVisit) {
        switch answer {
        case .faq(let entries):
            guard let best = entries.first else { return offerColleague(.noAnswer, &visit) }
            visit.write(\.turn.quotes, [best.answer])
        case .services(let offers) where offers.isEmpty: offerColleague(.noAnswer, &visit)
        case .services(let offers) where visit.heard.intent == .faqDuration:
            offers.prefix(3).forEach {
                visit.say(.duration(service: domain.spoken(service: $0.name), minutes: $0.durationMin))
            }
        case .services(let offers) where visit.heard.intent == .faqServices:
            visit.say(.services(offers.prefix(5).map { domain.spoken(service: $0.name) }))
        case .services(let offers):
            offers.prefix(3).forEach { visit.say(.price(service: domain.spoken(service: $0.name), $0)) }
        case .inventory(let found) where found.cars.isEmpty && found.nearest.isEmpty:
            offerColleague(.noAnswer, &visit)
        case .inventory(let found):
            visit.say(
                found.cars.count == 1 ? .car(found.cars[0]) : .cars(found.cars + found.nearest, count: found.count))
        default: offerColleague(.trouble(attempt: 1), &visit)
        }
    }

    private func offerColleague(_ line: Line, _ visit: inout ConversationVisit) {
        visit.say(line)
        guard !visit.state.memory.isBooking else { return }
        visit.ask(.escalationOffer, .offerColleague)
    }
}
