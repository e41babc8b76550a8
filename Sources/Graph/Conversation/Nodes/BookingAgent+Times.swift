import Engine

extension BookingAgent {
    /// Takes in when something can start on a day.
    func take(_ free: [TimeOfDay], _ visit: inout ConversationVisit) -> Outcome {
        if let search = visit.state.turn.search { return found(usable(free, search.day, visit), search, &visit) }
        guard let day = visit.slots.preferredDate.flatMap({ Day($0) }) else { return advance(&visit) }
        let times = usable(free, day, visit)
        let wanted = visit.slots.preferredTime.flatMap { TimeOfDay($0) }
        if let wanted, times.contains(wanted) {
            visit.write(\.memory.checkedSlot, key(visit.slots))
            visit.write(\.memory.offered, [])
            return advance(&visit)
        }
        visit.write(\.conversation.bookingSlots.preferredTime, nil)
        if let wanted, let reason = objection(to: wanted, on: day, visit) { visit.say(reason) }
        guard !times.isEmpty else { return fill(day, &visit) }
        guard let wanted else { return offer(times, day, &visit) }
        let near = times.sorted { abs($0.minutes - wanted.minutes) < abs($1.minutes - wanted.minutes) }
        let isOpen = objection(to: wanted, on: day, visit) == nil
        return propose(near.prefix(isOpen ? 3 : 2).sorted(), day, isOpen ? .taken : .free, &visit)
    }

    /// What can still be reached: today, in half an hour at the earliest.
    private func usable(_ free: [TimeOfDay], _ day: Day, _ visit: ConversationVisit) -> [TimeOfDay] {
        let here = visit.local(domain)
        return day == here.day ? free.filter { $0.minutes >= here.time.minutes + 30 } : free
    }

    /// Why nobody could come then, whoever else does.
    private func objection(to time: TimeOfDay, on day: Day, _ visit: ConversationVisit) -> Line? {
        if let span = domain.openingHours.span(on: day), time < span.open || time >= span.close {
            return .outsideHours(day, span)
        }
        let here = visit.local(domain)
        return day == here.day && time <= here.time ? .pastTime(time) : nil
    }

    /// The day is full: looks at the days after it.
    private func fill(_ day: Day, _ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.conversation.bookingSlots.preferredDate, nil)
        visit.say(.full(day))
        visit.write(\.turn.search, OpeningSearch(from: day, days: 5, isEarliest: false))
        return searchOn(&visit)
    }

    /// A day of a search was looked at.
    private func found(_ times: [TimeOfDay], _ search: OpeningSearch, _ visit: inout ConversationVisit) -> Outcome {
        let fitting = times.filter { visit.memory.wish?.admits($0) ?? true }
        let isLast = search.daysLeft == 0
        guard !fitting.isEmpty || (isLast && !times.isEmpty) else {
            if search.isEarliest, visit.slots.preferredDate == search.day.description { visit.say(.full(search.day)) }
            return searchOn(&visit)
        }
        visit.write(\.conversation.bookingSlots.preferredDate, search.day.description)
        let offered = fitting.isEmpty ? times : fitting
        return propose(search.isEarliest ? Array(offered.prefix(2)) : Self.spread(offered), search.day, .free, &visit)
    }

    /// Names times in the range the caller wished for, or others.
    private func offer(_ times: [TimeOfDay], _ day: Day, _ visit: inout ConversationVisit) -> Outcome {
        let fitting = times.filter { visit.memory.wish?.admits($0) ?? true }
        return propose(Self.spread(fitting.isEmpty ? times : fitting), day, fitting.isEmpty ? .other : .free, &visit)
    }

    private func propose(
        _ times: [TimeOfDay], _ day: Day, _ reason: Line.Offer, _ visit: inout ConversationVisit
    ) -> Outcome {
        visit.write(\.memory.wish, nil)
        visit.write(\.memory.wantsEarliest, false)
        visit.write(\.memory.offered, times.map { OpenSlot(day, $0) })
        visit.ask(.time, .times(day, times, reason))
        return .next
    }

    /// At most three times: the first, the middle and the last.
    private static func spread(_ times: [TimeOfDay]) -> [TimeOfDay] {
        times.count <= 3 ? times : [times[0], times[times.count / 2], times[times.count - 1]]
    }
}
