import Engine

/// `router`: finds out what the caller wants and sends the turn where it belongs.
struct Router: Sendable {
    let domain: Domain
    let understanding: RuleUnderstanding
    let assistance: Double?

    func visit(_ visit: inout ConversationVisit) -> Outcome {
        visit.enter("router", .router)
        switch visit.event {
        case .began:
            return begin(&visit)
        case .said(let text):
            return hear(text, &visit)
        case .understood(_, let interpretation):
            return decide(interpretation ?? visit.heard, &visit)
        case .silence(let count):
            return prompt(count, &visit)
        case .tool, .task, .deliver, .phrased:
            // Not for this node: keep waiting for the language model.
            return .stay
        }
    }

    private func begin(_ visit: inout ConversationVisit) -> Outcome {
        record(Interpretation(.greeting, 1), &visit)
        visit.say(.greeting)
        return .next
    }

    private func hear(_ text: String, _ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.conversation.messages, [Message(.human, text)])
        visit.write(\.conversation.turnCount, visit.state.conversation.turnCount + 1)
        visit.write(\.turn.text, text)
        let question = visit.state.memory.question
        let utterance = Utterance(text, answering: question, at: visit.local(domain))
        let found = understanding.interpret(utterance)
        guard let assistance, found.confidence < assistance, !text.isEmpty else { return decide(found, &visit) }
        visit.write(\.turn.interpretation, found)
        visit.request(.understand(utterance))
        return .stay
    }

    private func prompt(_ count: Int, _ visit: inout ConversationVisit) -> Outcome {
        guard count < 3 else {
            visit.say(.silentGoodbye)
            visit.write(\.turn.endsCall, true)
            return .next
        }
        visit.say(.stillThere(attempt: count))
        visit.write(\.turn.isDigression, visit.state.memory.question != nil)
        return .next
    }

    private func record(_ interpretation: Interpretation, _ visit: inout ConversationVisit) {
        visit.write(\.turn.interpretation, interpretation)
        visit.write(\.conversation.detectedIntent, interpretation.intent.wireName)
        visit.write(\.conversation.confidence, interpretation.confidence)
    }

    private func decide(_ interpretation: Interpretation, _ visit: inout ConversationVisit) -> Outcome {
        record(interpretation, &visit)
        let branch = branch(for: interpretation, visit.state.memory)
        visit.write(\.turn.branch, branch)
        if interpretation.intent != .other { visit.write(\.memory.puzzles, 0) }
        if branch == .respond { answer(interpretation, &visit) }
        return .next
    }

    private func branch(for heard: Interpretation, _ memory: DialogueMemory) -> TurnDraft.Branch {
        switch heard.intent {
        case .escalation: return .escalation
        case .cancel, .reschedule: return memory.isBooking ? .booking : .escalation
        case .bookService, .bookTestDrive: return .booking
        case .affirm where memory.question == .escalationOffer: return .escalation
        case .giveDatetime, .giveService, .giveVehicle: return .booking
        case .other where heard.slots.vehicle?.model != nil && !memory.isBooking: return .faq
        case .affirm, .deny, .giveName, .givePhone, .backchannel, .other:
            return memory.isBooking && memory.question != .anythingElse ? .booking : .respond
        case let intent where intent.isQuestion: return .faq
        default: return .respond
        }
    }
}
