import Engine

extension Courtesy {
    /// Ends the call, unless something was begun and the caller does not know that it is not booked yet.
    func end(_ visit: inout ConversationVisit) {
        let isPlain = visit.memory.question == .resume || visit.memory.isReminded
        if visit.memory.errand == .booking, !isPlain {
            visit.write(\.memory.isReminded, true)
            visit.say(.unfinished)
            return visit.ask(.resume)
        }
        visit.say(.goodbye)
        visit.write(\.turn.endsCall, true)
        visit.write(\.turn.isDigression, false)
        visit.write(\.memory.errand, nil)
        visit.expect(nil)
    }

    /// "No": to an offer, or to nothing in particular.
    func refuse(_ visit: inout ConversationVisit) {
        switch visit.memory.question {
        case .anythingElse, .resume: end(&visit)
        default: visit.ask(.anythingElse)
        }
    }

    func calm(_ visit: inout ConversationVisit) {
        let attempt = visit.memory.insults + 1
        visit.write(\.memory.insults, attempt)
        visit.say(.abuse(attempt: attempt))
        switch attempt {
        case 1: visit.digress()
        case 2: visit.ask(.escalationOffer, .offerColleague)
        default:
            visit.write(\.turn.endsCall, true)
            visit.expect(nil)
        }
    }

    /// Nothing was understood: says so, gives examples, offers a colleague. The router asks the colleague the fourth time.
    func puzzle(_ visit: inout ConversationVisit) {
        let attempt = visit.memory.puzzles + 1
        visit.write(\.memory.puzzles, attempt)
        let isLong = visit.state.turn.text.count >= Router.longestUtterance
        visit.say(isLong ? .tooLong : .outOfScope(attempt: attempt))
        if attempt > 2 { visit.ask(.escalationOffer, .offerColleague) } else { visit.expect(nil) }
    }
}
