import Engine

/// `router`: finds out what the caller wants and sends the turn where it belongs, once for each thing wanted. It says
/// nothing.
struct Router: Sendable {
    let domain: Domain
    let understanding: RuleUnderstanding
    let assistance: Double?

    /// Beyond this many characters the rest of an utterance is not listened to.
    static let longestUtterance = 1_000
    /// Beyond this many characters the history keeps only the beginning of what was said.
    static let longestMessage = 4_000

    func enter(_ visit: inout ConversationVisit) -> Outcome {
        if let next = visit.state.turn.agenda.first {
            visit.write(\.turn.agenda, Array(visit.state.turn.agenda.dropFirst()))
            return send(next, &visit)
        }
        visit.enter("router", .router)
        switch visit.event {
        case .said(let text): return hear(text, &visit)
        case .began:
            record(Interpretation(.greeting, 1), &visit)
            visit.write(\.turn.branch, .courtesy)
            return .next
        default:
            visit.write(\.turn.branch, .courtesy)
            return .next
        }
    }

    func resume(_ visit: inout ConversationVisit) -> Outcome {
        switch visit.event {
        case .understood(_, let interpretation): decide(interpretation ?? visit.heard, &visit)
        case .failed: decide(visit.heard, &visit)
        default: .stay
        }
    }

    private func hear(_ text: String, _ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.conversation.messages, [Message(.human, String(text.prefix(Self.longestMessage)))])
        visit.write(\.conversation.turnCount, visit.state.conversation.turnCount + 1)
        let heard = String(text.prefix(Self.longestUtterance))
        visit.write(\.turn.text, heard)
        let utterance = Utterance(heard, answering: visit.memory.question, at: visit.local(domain))
        let found = understanding.interpret(utterance)
        guard let assistance, found.confidence < assistance, !heard.isEmpty else { return decide(found, &visit) }
        visit.write(\.turn.interpretation, found)
        visit.request(.understand(utterance))
        return .stay
    }

    private func record(_ interpretation: Interpretation, _ visit: inout ConversationVisit) {
        visit.write(\.turn.interpretation, interpretation)
        visit.write(\.conversation.detectedIntent, interpretation.intent.wireName)
        visit.write(\.conversation.confidence, interpretation.confidence)
    }

    private func decide(_ interpretation: Interpretation, _ visit: inout ConversationVisit) -> Outcome {
        var interpretation = interpretation
        if let route = visit.memory.route {
            visit.write(\.memory.route, nil)
            interpretation.intent = forced(interpretation.intent, to: route)
            interpretation.also = []
        }
        // Who merely names a car asks for it.
        let isCar = interpretation.intent == .other && interpretation.slots.vehicle?.isWish == true
        if isCar, !visit.memory.isBooking { interpretation.intent = .faqInventory }
        record(interpretation, &visit)
        if interpretation.intent != .other { visit.write(\.memory.puzzles, 0) }
        let wanted = agenda(interpretation)
        visit.write(\.turn.agenda, Array(wanted.dropFirst()))
        return send(wanted[0], &visit)
    }

    private func send(_ intent: Intent, _ visit: inout ConversationVisit) -> Outcome {
        visit.write(\.turn.interpretation.intent, intent)
        visit.write(\.turn.branch, branch(for: visit.heard, visit.memory))
        return .next
    }
}
