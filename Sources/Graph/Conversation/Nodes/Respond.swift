import Engine

/// `respond`: the only node that speaks. Notifications first, then what the agents prepared, then the pending question.
struct Respond: Sendable {
    let domain: Domain

    func visit(_ visit: inout ConversationVisit) -> Outcome {
        let turn = visit.state.turn
        let body = body(visit.state)
        let text = (turn.notices.map(\.message) + [body]).filter { !$0.isEmpty }.joined(separator: " ")
        guard !text.isEmpty else { return .finish }
        // "Take your time" is not what a caller wants to hear again.
        if !body.isEmpty, turn.lines != [.takeYourTime] { visit.write(\.memory.lastReply, body) }
        visit.write(\.conversation.messages, [Message(.ai, text)])
        visit.write(\.conversation.lastUpdated, visit.time)
        visit.emit(
            .say(
                SpokenReply(
                    text: text, vocabulary: visit.state.vocabulary, endsCall: turn.endsCall,
                    intent: visit.state.conversation.detectedIntent, node: turn.node,
                    agent: visit.state.conversation.currentAgent,
                    priority: turn.arrival == .notice ? turn.notices.first?.priority : nil)))
        return .finish
    }

    private func body(_ state: DialogueState) -> String {
        let turn = state.turn
        var sentences = turn.quotes + turn.lines.map { domain.phrases.words(for: $0) }
        let isOpen = state.memory.question.map { question in !turn.lines.contains { $0.asks(question) } } ?? false
        if turn.isDigression, !turn.isRepeat, isOpen, let question = state.memory.question {
            sentences.append(domain.phrases.words(for: .ask(question)))
        }
        return sentences.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Line {
    /// Whether the line itself asks the question.
    func asks(_ question: Question) -> Bool {
        switch self {
        case .ask(question), .hint(question): true
        case .readBack: question == .confirmation
        case .offerColleague: question == .escalationOffer
        case .changeWhat: question == .correction
        case .times: question == .time
        case .incompletePhone: question == .phone
        default: false
        }
    }
}
