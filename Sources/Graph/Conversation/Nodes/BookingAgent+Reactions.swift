import Engine

extension BookingAgent {
    /// What to do when the utterance brought no new fact.
    func react(_ visit: inout ConversationVisit) -> Outcome {
        let question = visit.memory.question
        switch (question, visit.heard.intent) {
        case (.confirmation, .affirm), (.confirmation, .backchannel): return book(&visit)
        case (.move, .affirm), (.move, .backchannel): return move(&visit)
        case (.confirmation, .deny), (.move, .deny), (.confirmation, .reschedule), (.move, .reschedule),
            (.correction, .deny), (.correction, .other):
            return correct(&visit)
        case (.correction, .affirm), (.escalationOffer, .deny), (.resume, .affirm), (.email, .deny), (nil, _):
            return advance(&visit)
        case (.time, .deny) where !visit.memory.offered.isEmpty, (.date, .deny) where visit.memory.suggestedDay != nil:
            return askAnother(&visit)
        case (_, .reschedule): return correct(&visit)
        case (_, .bookService), (_, .bookTestDrive): return advance(&visit)
        default: return miss(question ?? .service, &visit)
        }
    }

    /// Nothing that was offered suits: another day, then.
    private func askAnother(_ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.memory.offered, [])
        visit.write(\.memory.suggestedDay, nil)
        visit.write(\.conversation.bookingSlots.preferredDate, nil)
        return ask(.date, &visit)
    }

    private func correct(_ visit: inout ConversationVisit) -> Outcome {
        guard let target = visit.heard.slots.target else {
            // Nothing to correct and no agreement: the caller does not want it.
            if visit.memory.question == .correction, visit.heard.intent == .deny { return drop(&visit) }
            if visit.memory.question == .correction { return miss(.correction, &visit) }
            visit.ask(.correction, .changeWhat)
            return .next
        }
        var slots = visit.slots
        switch target {
        case .date: slots.preferredDate = nil
        case .time: slots.preferredTime = nil
        case .name: slots.customerName = nil
        case .phone: slots.customerPhone = nil
        case .email: slots.customerEmail = nil
        default: if visit.memory.errand == .booking { slots.serviceType = nil }
        }
        visit.write(\.conversation.bookingSlots, slots)
        return target == .email ? ask(.email, &visit) : advance(&visit)
    }

    /// The answer was none: asks again, then with an example, then offers a colleague, then asks one.
    func miss(_ question: Question, _ visit: inout ConversationVisit) -> Outcome {
        let attempt = visit.memory.misses + 1
        visit.write(\.memory.misses, attempt)
        if attempt >= 3 {
            visit.ask(.escalationOffer, .offerColleague)
        } else if question == .phone || question == .lookup, let digits = visit.heard.slots.partialPhone {
            visit.ask(question, .incompletePhone(digits: digits))
        } else {
            visit.say(.notUnderstood(attempt: attempt))
            visit.ask(question, attempt == 1 ? .ask(question) : .hint(question))
        }
        return .next
    }
}
