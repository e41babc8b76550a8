import Engine

/// `faq_agent`: looks answers up with `search_faq`, `list_services` and `search_inventory`.
struct FAQAgent: Sendable {
    let domain: Domain

    func enter(_ visit: inout ConversationVisit) -> Outcome {
        visit.enter("faq_agent", .faq)
        visit.digress(bridging: true)
        // Who asks for the price of something and then books means just that.
        let isOffer = visit.heard.intent == .faqPrice || visit.heard.intent == .faqDuration
        if isOffer, !visit.memory.isBooking { visit.write(\.memory.hint.service, visit.heard.slots.service) }
        if visit.heard.intent == .faqHours, let day = visit.heard.slots.day {
            visit.say(hours(on: day))
            return .next
        }
        return visit.call(request(for: visit.heard, visit.state))
    }

    func resume(_ visit: inout ConversationVisit) -> Outcome {
        guard let answer = visit.event.toolAnswer else { return .stay }
        if case .failed = answer, let again = visit.retry() { return again }
        tell(answer, &visit)
        return .next
    }

    private func hours(on day: Day) -> Line {
        if let exception = domain.openingHours.exceptions[day] { return .exception(day, exception) }
        return .hours(day.weekday, domain.openingHours[day.weekday])
    }

    private func request(for heard: Interpretation, _ state: DialogueState) -> ToolRequest {
        let service = heard.slots.service ?? bookedService(state)
        let vehicle = heard.slots.vehicle
        switch heard.intent {
        case .faqInventory: return .searchInventory(InventoryQuery(vehicle))
        case .faqPrice where heard.slots.service == nil && vehicle != nil:
            return .searchInventory(InventoryQuery(vehicle))
        case .faqServices: return .listServices(name: nil)
        case .faqPrice, .faqDuration:
            if let service { return .listServices(name: service) }
        default: break
        }
        let category = heard.slots.topic ?? heard.intent.faqCategory
        return .searchFAQ(query: state.turn.text, category: category == "other" ? nil : category)
    }

    /// "How much is it?" in the middle of a booking.
    private func bookedService(_ state: DialogueState) -> String? {
        let slots = state.conversation.bookingSlots
        return state.memory.errand == .booking && slots.appointmentType == .service ? slots.serviceType : nil
    }
}
