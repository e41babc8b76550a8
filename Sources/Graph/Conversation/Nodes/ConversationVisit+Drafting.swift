import Engine

extension ConversationVisit {
    /// What the caller was understood to mean.
    var heard: Interpretation { state.turn.interpretation }

    /// Adds a sentence to the reply.
    mutating func say(_ line: Line) {
        write(\.turn.lines, [line])
    }

    /// Adds a question to the reply and waits for its answer in the next turn.
    mutating func ask(_ question: Question, _ line: Line? = nil) {
        say(line ?? .ask(question))
        expect(question)
    }

    /// Waits for an answer in the next turn without asking.
    mutating func expect(_ question: Question?) {
        if state.memory.question != question { write(\.memory.misses, 0) }
        write(\.memory.question, question)
    }

    /// Marks which agent and node have the word.
    mutating func enter(_ node: String, _ agent: AgentType) {
        write(\.turn.node, node)
        write(\.conversation.currentAgent, agent)
    }

    /// The local day and time of the step.
    func local(_ domain: Domain) -> LocalTime {
        LocalTime(time, in: domain.timeZone)
    }
}
