import Engine

extension Respond {
    /// Lets the instructions that hold go into this reply; the sentences they want said, each once.
    func heed(_ visit: inout ConversationVisit, isPhrased: Bool) -> [String] {
        guard isAnswer(visit.state.turn), !visit.memory.guidance.isEmpty else { return [] }
        var memory = visit.memory
        let (uses, sentences) = memory.heed(isPhrased: isPhrased)
        visit.write(\.turn.used, uses)
        visit.write(\.memory.guidance, memory.guidance)
        return sentences
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
