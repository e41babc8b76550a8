import Engine

extension Router {
    /// What the router answers itself: courtesies, and what nobody here does.
    func answer(_ heard: Interpretation, _ visit: inout ConversationVisit) {
        visit.write(\.turn.isDigression, visit.state.memory.isBooking)
        switch heard.intent {
        case .greeting: visit.say(visit.state.memory.isBooking ? .listening : .offerHelp)
        case .goodbye: end(&visit)
        case .thanks: thank(&visit)
        case .repeat: say(again: visit.state.memory.lastReply, &visit)
        case .hold: wait(&visit)
        case .smallTalk: visit.say(.introduction)
        case .backchannel: visit.say(.listening)
        case .giveName: meet(heard.slots.name, &visit)
        case .affirm: offerHelp(&visit)
        case .deny: refuse(&visit)
        default: puzzle(&visit)
        }
    }

    private func end(_ visit: inout ConversationVisit) {
        visit.say(.goodbye)
        visit.write(\.turn.endsCall, true)
        visit.write(\.turn.isDigression, false)
        visit.expect(nil)
    }

    private func thank(_ visit: inout ConversationVisit) {
        visit.say(.welcome)
        guard !visit.state.memory.isBooking else { return }
        visit.ask(.anythingElse)
    }

    private func say(again reply: String?, _ visit: inout ConversationVisit) {
        visit.write(\.turn.isDigression, false)
        guard let reply else { return visit.say(.nothingToRepeat) }
        visit.write(\.turn.isRepeat, true)
        visit.write(\.turn.quotes, [reply])
    }

    private func wait(_ visit: inout ConversationVisit) {
        visit.say(.takeYourTime)
        visit.write(\.turn.isDigression, false)
    }

    private func meet(_ name: String?, _ visit: inout ConversationVisit) {
        let name = (name ?? "").capitalizedWords
        visit.write(\.conversation.customer.name, name)
        visit.say(.niceToMeet(name: name))
    }

    private func offerHelp(_ visit: inout ConversationVisit) {
        visit.say(.offerHelp)
        visit.expect(nil)
    }

    private func refuse(_ visit: inout ConversationVisit) {
        if visit.state.memory.question == .anythingElse { return end(&visit) }
        visit.ask(.anythingElse)
    }

    private func puzzle(_ visit: inout ConversationVisit) {
        let attempt = visit.state.memory.puzzles + 1
        visit.write(\.memory.puzzles, attempt)
        visit.say(.outOfScope(attempt: attempt))
        if attempt > 1, !visit.state.memory.isBooking { visit.ask(.escalationOffer, .offerColleague) }
    }
}

extension String {
    /// `john o'neil` → `John O'Neil`: names arrive in lower case.
    var capitalizedWords: String {
        var result = ""
        var startsWord = true
        for character in self {
            result += startsWord ? character.uppercased() : String(character)
            startsWord = !character.isLetter
        }
        return result
    }
}
