import Engine

extension BookingAgent {
    /// Takes a day, a time, or a choice among what was offered.
    func when(_ visit: inout ConversationVisit) {
        if let slot = Offers(visit).chosen { return settle(slot, &visit) }
        let heard = visit.heard.slots
        if let day = heard.day ?? agreedDay(visit), day.description != visit.slots.preferredDate {
            visit.write(\.conversation.bookingSlots.preferredDate, day.description)
            visit.write(\.memory.offered, [])
            visit.write(\.memory.suggestedDay, nil)
        }
        if let time = heard.time { wish(for: time, &visit) }
        let offers = Offers(visit)
        if offers.isAnything, heard.time == nil {
            visit.write(\.conversation.bookingSlots.preferredTime, nil)
            visit.write(\.memory.wantsEarliest, true)
        }
    }

    /// The day that was proposed, when the caller agrees.
    private func agreedDay(_ visit: ConversationVisit) -> Day? {
        visit.memory.question == .date && visit.heard.intent == .affirm ? visit.memory.suggestedDay : nil
    }

    private func wish(for time: TimeMention, _ visit: inout ConversationVisit) {
        visit.write(\.memory.wantsEarliest, false)
        if case .at(let exact) = time {
            visit.write(\.conversation.bookingSlots.preferredTime, exact.description)
            visit.write(\.memory.wish, nil)
        } else {
            visit.write(\.conversation.bookingSlots.preferredTime, nil)
            visit.write(\.memory.wish, time)
        }
    }

    /// Takes an opening that was offered, which was free a moment ago.
    private func settle(_ slot: OpenSlot, _ visit: inout ConversationVisit) {
        visit.write(\.conversation.bookingSlots.preferredDate, slot.day.description)
        visit.write(\.conversation.bookingSlots.preferredTime, slot.time.description)
        visit.write(\.memory.wish, nil)
        visit.write(\.memory.wantsEarliest, false)
        visit.write(\.memory.offered, [])
        visit.write(\.memory.suggestedDay, nil)
        visit.write(\.memory.checkedSlot, key(visit.slots))
    }
}
