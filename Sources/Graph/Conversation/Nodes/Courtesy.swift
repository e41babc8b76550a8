import Engine

/// `courtesy`: greetings, thanks, small talk, silence, rudeness, and what nobody here does.
struct Courtesy: Sendable {
    let domain: Domain

    func visit(_ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.turn.node, "courtesy")
        switch visit.event {
        case .began: visit.say(.greeting)
        case .silence(let count): prompt(count, &visit)
        default: answer(&visit)
        }
        return .next
    }

    private func prompt(_ count: Int, _ visit: inout ConversationVisit) {
        guard count < 3 else {
            visit.say(.silentGoodbye)
            visit.write(\.turn.endsCall, true)
            return
        }
        visit.say(.stillThere(attempt: count))
        guard let question = visit.memory.question else { return }
        visit.say(count == 1 ? .ask(question) : .hint(question))
    }

    private func answer(_ visit: inout ConversationVisit) {
        switch visit.heard.intent {
        case .goodbye: end(&visit)
        case .greeting: greet(&visit)
        case .thanks: thank(&visit)
        case .repeat: sayAgain(&visit)
        case .slower: slowDown(&visit)
        case .hold: visit.say(.takeYourTime)
        case .backchannel: listen(&visit)
        case .smallTalk: chat(.introduction, &visit)
        case .areYouRobot: chat(.robot, &visit)
        case .help: chat(.help, &visit)
        case .abuse: calm(&visit)
        case .giveName: meet(&visit)
        case .givePhone, .giveEmail: note(&visit)
        case .affirm: offerHelp(&visit)
        case .deny, .cancel: refuse(&visit)
        default: puzzle(&visit)
        }
    }
}
