extension Router {
    /// What the caller wants, in the order it is dealt with: questions, then errands, then colleagues and goodbyes. Mere
    /// politeness is left out where there is anything else. At most four.
    func agenda(_ heard: Interpretation) -> [Intent] {
        var seen: Set<Intent> = []
        let all = ([heard.intent] + heard.also).filter { seen.insert($0).inserted }
        let wanted = all.count == 1 ? all : all.filter { !isPoliteness($0) }
        let sorted = wanted.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
        return sorted.isEmpty ? [heard.intent] : sorted.prefix(4).map(\.element)
    }

    private func isPoliteness(_ intent: Intent) -> Bool {
        switch intent {
        case .greeting, .thanks, .backchannel, .hold, .other: true
        default: false
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
        case .other where heard.slots.vehicle?.isWish == true && !memory.isBooking: .faq
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
