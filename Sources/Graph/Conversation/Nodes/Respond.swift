import Engine

/// `respond`: the only node that speaks. Notifications first, then what the agents prepared, then the pending question.
struct Respond: Sendable {
    let domain: Domain
    /// Whether a language model may find better words.
    let phrasing: Bool

    func enter(_ visit: inout ConversationVisit) -> Outcome {
        let confidences = visit.memory.guidance.filter { $0.sentence == nil }.map(\.text)
        let isPhrased = phrasing && isWordy(visit.state.turn)
        let body = body(heed(&visit, isPhrased: isPhrased), &visit)
        guard isPhrased, !body.isEmpty else { return speak(body, &visit) }
        let plan = ReplyPlan(
            text: body, heard: visit.state.turn.text, question: visit.memory.question, guidance: confidences)
        visit.write(\.turn.plan, plan)
        visit.request(.phrase(plan))
        return .stay
    }

    /// Whether better words are worth asking for.
    private func isWordy(_ turn: TurnDraft) -> Bool {
        turn.arrival == .turn && !turn.isRepeat && !turn.text.isEmpty
    }

    func resume(_ visit: inout ConversationVisit) -> Outcome {
        let planned = visit.state.turn.plan?.text ?? ""
        switch visit.event {
        case .phrased(_, let words): return speak(words.flatMap { $0.isEmpty ? nil : $0 } ?? planned, &visit)
        case .failed: return speak(planned, &visit)
        default: return .stay
        }
    }

    private func speak(_ body: String, _ visit: inout ConversationVisit) -> Outcome {
        let turn = visit.state.turn
        let text = (turn.notices.map(\.message) + [body]).filter { !$0.isEmpty }.joined(separator: " ")
        guard !text.isEmpty else { return .finish }
        // "Take your time" is not what a caller wants to hear again, nor the same thing in pieces.
        if !body.isEmpty, !turn.isRepeat, turn.lines != [.takeYourTime] { visit.write(\.memory.lastReply, body) }
        visit.write(\.conversation.messages, [Message(.ai, text)])
        visit.write(\.conversation.lastUpdated, visit.time)
        visit.emit(
            .say(
                SpokenReply(
                    text: text, vocabulary: visit.state.vocabulary, endsCall: turn.endsCall,
                    intent: visit.state.conversation.detectedIntent, node: turn.node,
                    agent: visit.state.conversation.currentAgent,
                    priority: turn.arrival == .notice ? turn.notices.first?.priority : nil, pace: visit.memory.pace)))
        return turn.approval == nil ? .finish : .next
    }

    /// What the agents prepared, and the pending question if it is still open after a digression.
    private func body(_ wishes: [String], _ visit: inout ConversationVisit) -> String {
        let turn = visit.state.turn
        if turn.isDigression, !turn.isRepeat, !turn.endsCall, let question = visit.memory.question,
            !turn.lines.contains(where: { $0.asks(question) })
        {
            if turn.hasBridge {
                visit.write(\.memory.bridges, visit.memory.bridges + 1)
                visit.say(.bridge(attempt: visit.memory.bridges))
            }
            visit.say(.ask(question))
        }
        let sentences = woven(wishes, into: visit.state.turn.sentences, visit.memory.question)
        return sentences.map(words).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func words(_ sentence: TurnDraft.Sentence) -> String {
        switch sentence {
        case .line(let line): domain.phrases.words(for: line)
        case .quote(let words): words
        }
    }
}
