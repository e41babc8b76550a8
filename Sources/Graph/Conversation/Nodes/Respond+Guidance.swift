import Engine

extension Respond {
    /// Lets the instructions that hold go into this reply; the sentences they want said, each once.
    func heed(_ visit: inout ConversationVisit, isPhrased: Bool) -> [String] {
        let held = visit.memory.guidance
        guard isAnswer(visit.state.turn), !held.isEmpty else { return [] }
        let fresh = held.filter { !$0.isUsed }
        let uses = held.map { entry in
            let isSaid = entry.sentence != nil && !entry.isUsed
            return GuidanceUse(command: entry.command, effect: isSaid ? .woven : isPhrased ? .phrased : .noted)
        }
        visit.write(\.turn.used, uses)
        visit.write(\.memory.guidance, held.map(\.used))
        return fresh.compactMap(\.sentence)
    }

    /// Whether this answers the caller: neither news nor a word into silence.
    private func isAnswer(_ turn: TurnDraft) -> Bool {
        turn.arrival == .turn && (!turn.text.isEmpty || turn.interpretation.intent == .greeting)
    }

    /// The reply with what a supervisor wants said, before the question it ends with.
    func woven(_ wishes: [String], into sentences: [TurnDraft.Sentence], _ question: Question?) -> [TurnDraft.Sentence]
    {
        let quotes = wishes.map(TurnDraft.Sentence.quote)
        guard let question, case .line(let last) = sentences.last, last.asks(question) else {
            return sentences + quotes
        }
        return sentences.dropLast() + quotes + [.line(last)]
    }
}

extension Guidance {
    fileprivate var used: Guidance {
        var used = self
        used.isUsed = true
        return used
    }
}
