extension Router {
    /// What the caller wants, in the order it is dealt with: questions, then errands, then colleagues and goodbyes. Mere
    /// politeness is left out where there is anything else. At most four.
    func agenda(_ heard: Interpretation) -> [Intent] {
        var seen: Set<Intent> = []
        var all = ([heard.intent] + heard.also + (isWish(heard) ? [.bookService] : [])).filter {
            seen.insert($0).inserted
        }
        // Who cannot come and names another day does not want it cancelled.
        let isMoved = all.contains(.reschedule) && (heard.slots.day != nil || heard.slots.time != nil)
        if isMoved { all.removeAll { $0 == .cancel || $0 == .bookService } }
        let errand = all.filter { errandRank($0) != nil }.min { (errandRank($0) ?? 0) < (errandRank($1) ?? 0) }
        let wanted = all.count == 1 ? all : all.filter { !isPoliteness($0) && (errandRank($0) == nil || $0 == errand) }
        let sorted = wanted.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
        return sorted.isEmpty ? [heard.intent] : sorted.prefix(4).map(\.element)
    }

    /// Who asks for the price of a service on a day at a time wants it then.
    private func isWish(_ heard: Interpretation) -> Bool {
        let slots = heard.slots
        return (heard.intent == .faqPrice || heard.intent == .faqDuration) && slots.service != nil && slots.day != nil
            && slots.time != nil
    }

    /// The nearest thing to what was said that goes where a supervisor sends the turn.
    func forced(_ intent: Intent, to route: TurnDraft.Branch) -> Intent {
        switch route {
        case .faq: intent.isQuestion ? intent : .faqOther
        case .booking: errandRank(intent) == nil || intent == .affirm || intent == .deny ? .bookService : intent
        case .escalation: .escalation
        case .courtesy: intent
        }
    }

    private func isPoliteness(_ intent: Intent) -> Bool {
        switch intent {
        case .greeting, .thanks, .backchannel, .hold, .other: true
        default: false
        }
    }

    /// The booking agent hears every fact of an utterance at once, so of all that is for it one intent goes there: what
    /// the caller wants done, else what they say of it, else yes or no.
    private func errandRank(_ intent: Intent) -> Int? {
        switch intent {
        case .bookService, .bookTestDrive, .cancel, .reschedule, .checkAppointment: 0
        case .giveService, .giveDatetime, .giveName, .givePhone, .giveVehicle: 1
        case .affirm, .deny: 2
        case .giveEmail: 3
        default: nil
        }
    }

    private func rank(_ intent: Intent) -> Int {
        switch intent {
        case .goodbye: 4
        case .escalation: 3
        case .areYouRobot, .help, .smallTalk: 0
        default: intent.isQuestion ? 1 : 2
        }
    }

    func branch(for heard: Interpretation, _ memory: DialogueMemory) -> TurnDraft.Branch {
        switch heard.intent {
        case .escalation: .escalation
        case .affirm where memory.question == .escalationOffer: .escalation
        case .other where memory.puzzles >= 3 && !memory.isBooking: .escalation
        case .cancel where memory.question == .resume: .courtesy
        case .bookService, .bookTestDrive, .cancel, .reschedule, .checkAppointment: .booking
        case .giveDatetime, .giveService, .giveVehicle: .booking
        case .affirm, .deny, .giveName, .givePhone, .giveEmail, .backchannel, .other: answerBranch(heard, memory)
        case let intent where intent.isQuestion: .faq
        default: .courtesy
        }
    }

    /// Where the answer to a question goes.
    private func answerBranch(_ heard: Interpretation, _ memory: DialogueMemory) -> TurnDraft.Branch {
        guard memory.isBooking, memory.question != .anythingElse else { return .courtesy }
        if memory.question == .resume, heard.intent == .deny { return .courtesy }
        return .booking
    }
}
