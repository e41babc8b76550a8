import Engine

/// `booking_agent`: makes, tells, cancels and moves appointments.
///
/// A booking fills its slots one question at a time in the order service, date, time, name, phone, is read back, and is
/// written when the caller agrees. What is asked next follows from the slots alone, so a digression, a correction or an
/// offer of help never loses the thread.
struct BookingAgent: Sendable {
    let domain: Domain

    func enter(_ visit: inout ConversationVisit) -> Outcome {
        visit.enter("booking_agent", .booking)
        if let errand = begun(by: visit) {
            begin(errand, &visit)
            guard domain.appointmentTypes.contains(visit.slots.appointmentType ?? .service) else {
                return decline(&visit)
            }
        } else if isDropped(visit) {
            return drop(&visit)
        }
        return visit.memory.errand == .booking ? fill(&visit) : attend(&visit)
    }

    func resume(_ visit: inout ConversationVisit) -> Outcome {
        visit.event.toolAnswer.map { take($0, &visit) } ?? .stay
    }

    /// Takes a tool's answer in and goes on.
    private func take(_ answer: ToolAnswer, _ visit: inout ConversationVisit) -> Outcome {
        switch answer {
        case .inventory(let found): return take(found, &visit)
        case .times(let times): return take(times, &visit)
        case .customer(let record):
            return visit.memory.errand == .booking ? greet(record, &visit) : find(in: record, &visit)
        case .appointment(let appointment): return conclude(appointment, &visit)
        case .slotTaken(let nearest): return lose(nearest, &visit)
        case .faq, .services, .failed: return fail(&visit)
        }
    }

    /// A tool failed: once more, and then a colleague.
    private func fail(_ visit: inout ConversationVisit) -> Outcome {
        visit.retry() ?? visit.giveUp()
    }

    /// Fills the slots of a booking, and goes on from there.
    private func fill(_ visit: inout ConversationVisit) -> Outcome {
        let before = visit.state
        update(&visit)
        if let outcome = clarify(&visit) { return outcome }
        if visit.heard.intent == .giveEmail, visit.slots.customerEmail == nil { return ask(.email, &visit) }
        if visit.heard.intent == .affirm, visit.memory.question == .confirmation, summary(visit) == summary(before) {
            return react(&visit)
        }
        if let outcome = nameDay(&visit) { return outcome }
        return hasProgressed(since: before, visit) ? advance(&visit) : react(&visit)
    }

    /// Whether the utterance brought anything new.
    func hasProgressed(since before: DialogueState, _ visit: ConversationVisit) -> Bool {
        var (old, new) = (before.memory, visit.memory)
        // What was noted beside the booking is no answer to its question.
        (old.vehicle, new.vehicle) = (nil, nil)
        return before.conversation.bookingSlots != visit.slots || old != new
    }

    func ask(_ question: Question, _ visit: inout ConversationVisit) -> Outcome {
        visit.ask(question)
        return .next
    }
}
