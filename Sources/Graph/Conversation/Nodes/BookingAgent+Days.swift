import Engine

extension BookingAgent {
    /// Why nothing can be booked on a day.
    func obstacle(to day: Day, _ visit: ConversationVisit) -> Line? {
        let today = visit.local(domain).day
        if day < today { return .past(day) }
        let last = today.adding(days: domain.bookingHorizon)
        if day > last { return .tooFar(last: last) }
        guard domain.openingHours.span(on: day) == nil else { return nil }
        return .closed(day, reason: domain.openingHours.exceptions[day]?.reason)
    }

    /// Whether the caller spoke of a day without saying which: it is named with what is free then.
    func isLoose(_ visit: ConversationVisit) -> Bool {
        visit.heard.slots.day != nil && Wording(visit.state.turn.text).has(any: Self.stretches)
    }

    private static let stretches: [Phrase] = ["weekend", "end of", "beginning of", "start of", "middle of"]

    /// Names the day, with what is free then, to a caller who asks which it is; `nil` when nobody asks.
    func nameDay(_ visit: inout ConversationVisit) -> Outcome? {
        guard visit.memory.question == .time, visit.slots.preferredTime == nil, let subject = visit.slots.serviceType,
            let day = visit.slots.preferredDate.flatMap({ Day($0) }), obstacle(to: day, visit) == nil,
            Wording(visit.state.turn.text).has(any: Self.dayQuestions)
        else { return nil }
        return look(at: day, visit.slots.appointmentType ?? .service, subject, &visit)
    }

    private static let dayQuestions: [Phrase] = [
        "what day is that", "which day is that", "what date is that", "what day would that be",
        "what date would that be",
        "what day of the week", "what day was that", "what date was that",
    ]

    /// Says why a day will not do, and proposes the next that will.
    func refuse(_ obstacle: Line, _ day: Day, _ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.conversation.bookingSlots.preferredDate, nil)
        visit.say(obstacle)
        guard case .closed = obstacle, let next = nextOpenDay(after: day, visit) else { return ask(.date, &visit) }
        visit.write(\.memory.suggestedDay, next)
        visit.ask(.date, .suggest(next))
        return .next
    }

    /// The next day the house is open and gives appointments; `nil` beyond the horizon.
    func nextOpenDay(after day: Day, _ visit: ConversationVisit) -> Day? {
        let today = visit.local(domain).day
        let last = today.adding(days: domain.bookingHorizon)
        let start = max(day, today.adding(days: -1))
        return (1...14).lazy.map { start.adding(days: $0) }
            .first { $0 <= last && domain.openingHours.span(on: $0) != nil }
    }

    /// Looks when something can start on a day.
    func look(
        at day: Day, _ type: AppointmentType, _ subject: String, _ visit: inout ConversationVisit
    ) -> Outcome {
        let moving = visit.memory.errand == .move ? visit.memory.appointment?.id : nil
        return visit.call(
            .checkAvailability(AvailabilityQuery(day: day, type: type, subject: subject, moving: moving)))
    }

    /// Looks for the soonest opening: on the day that was named, or from today on.
    func searchEarliest(_ visit: inout ConversationVisit) -> Outcome {
        let today = visit.local(domain).day
        let named = visit.slots.preferredDate.flatMap { Day($0) }
        if let named, let obstacle = obstacle(to: named, visit) { return refuse(obstacle, named, &visit) }
        guard let start = named ?? nextOpenDay(after: today.adding(days: -1), visit) else { return ask(.date, &visit) }
        visit.write(\.turn.search, OpeningSearch(from: start, days: 13, isEarliest: true))
        return look(at: start, visit.slots.appointmentType ?? .service, visit.slots.serviceType ?? "", &visit)
    }

    /// Looks at the next day of a search; at its end asks for another day.
    func searchOn(_ visit: inout ConversationVisit) -> Outcome {
        guard var search = visit.state.turn.search, search.daysLeft > 0,
            let next = nextOpenDay(after: search.day, visit)
        else {
            visit.say(.nothingFree)
            visit.write(\.memory.wantsEarliest, false)
            return ask(.date, &visit)
        }
        search.day = next
        search.daysLeft -= 1
        visit.write(\.turn.search, search)
        return look(at: next, visit.slots.appointmentType ?? .service, visit.slots.serviceType ?? "", &visit)
    }
}
