import Engine
import FoundationEssentials

extension ConversationVisit {
    /// What the caller was understood to mean.
    var heard: Interpretation { state.turn.interpretation }
    var slots: BookingSlots { state.conversation.bookingSlots }
    var memory: DialogueMemory { state.memory }

    /// Adds a sentence to the reply.
    mutating func say(_ line: Line) {
        write(\.turn.sentences, [.line(line)])
    }

    /// Adds finished words to the reply.
    mutating func quote(_ words: String) {
        write(\.turn.sentences, [.quote(words)])
    }

    /// Adds a question to the reply and waits for its answer in the next turn.
    mutating func ask(_ question: Question, _ line: Line? = nil) {
        say(line ?? .ask(question))
        expect(question)
    }

    /// Waits for an answer in the next turn without asking.
    mutating func expect(_ question: Question?) {
        if memory.question != question {
            write(\.memory.misses, 0)
            write(\.memory.bridges, 0)
        }
        write(\.memory.question, question)
    }

    /// Leads back to the errand after this; without one, nothing is pending any more.
    mutating func digress(bridging: Bool = false) {
        write(\.turn.isDigression, memory.isBooking)
        write(\.turn.hasBridge, bridging)
        if !memory.isBooking { expect(nil) }
    }

    /// Marks which agent and node have the word.
    mutating func enter(_ node: String, _ agent: AgentType) {
        write(\.turn.node, node)
        write(\.conversation.currentAgent, agent)
    }

    /// Asks a tool, and remembers what was asked. A turn that has asked too often asks for a colleague instead.
    mutating func call(_ tool: ToolRequest) -> Outcome {
        write(\.turn.calls, state.turn.calls + 1)
        guard state.turn.calls <= Self.mostCalls else { return giveUp() }
        if state.turn.request != tool { write(\.turn.isRetried, false) }
        write(\.turn.request, tool)
        request(.tool(tool))
        return .stay
    }

    /// Asks the tool that failed once more; `nil` when that was done already.
    mutating func retry() -> Outcome? {
        guard let tool = state.turn.request, !state.turn.isRetried else { return nil }
        write(\.turn.isRetried, true)
        request(.tool(tool))
        return .stay
    }

    /// What was to be looked up cannot be.
    mutating func giveUp() -> Outcome {
        say(.trouble(attempt: 1))
        ask(.escalationOffer, .offerColleague)
        return .next
    }

    /// A search looks at fourteen days; nothing sensible asks for much more within one turn.
    private static var mostCalls: Int { 20 }

    /// The id of a tool's call: the same for every attempt at the same change in this conversation, and no other's. A session
    /// that had to begin anew is another conversation.
    func callID(_ verb: String, _ change: String) -> String {
        let begun = Int(state.conversation.createdAt.timeIntervalSince1970)
        return "\(verb)_\(state.conversation.sessionID)_\(begun)_\(change)"
    }

    /// The local day and time of the step.
    func local(_ domain: Domain) -> LocalTime {
        LocalTime(time, in: domain.timeZone)
    }
}
