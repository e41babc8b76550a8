package import Conversation
package import Document
import Engine
import FoundationEssentials
package import Supervision

extension ConversationHost {
    /// Tells somebody what the control of the session has to know, from now on; `nil`: nobody. Returns the questions to people
    /// that are open.
    package func attach(
        _ observer: (@Sendable (SessionControl.Event) -> Void)?
    ) -> [Supervision.Approval] {
        self.observer = observer
        asked = Set(questions.map(\.id))
        return questions.map { approval($0) }
    }

    /// The state with what the dialogue remembers.
    package var dialogue: DialogueState { execution.state }

    /// Another process has the session now: nothing more is said, stored or started here, and nothing is logged.
    package func leave() {
        _ = close("elsewhere")
    }

    // MARK: Words

    /// The answer that is awaited is not to be said. It is no part of the conversation.
    package func abandonAnswer() {
        abandonments += 1
    }

    /// Answers what the caller said while the agent might not answer; with nothing, the last words once more. What others said
    /// is in the history since it was noted.
    ///
    /// - Parameter bridge: Said before the answer.
    package func answer(held: [HeldTurn], bridge: String? = nil) async throws(HostError) -> Reply {
        try await alone { [self] in
            await absorb()
            let words = held.filter(\.isCaller).map(\.text).joined(separator: " ")
            if !words.isEmpty {
                return await answer(TurnCause(.said(words), text: words, isAgain: true, bridge: bridge))
            }
            if let again = rewound() {
                return await answer(TurnCause(.said(again), text: again, isAgain: true, bridge: bridge))
            }
            return await say(again: bridge)
        }
    }

    /// Goes back to before the last words, if nothing has happened since that cannot happen twice; the words.
    private func rewound() -> String? {
        guard let before else { return nil }
        let memory = execution.state.memory
        execution = before.execution
        execution.state.memory.guidance = memory.guidance
        execution.state.memory.commands = memory.commands
        execution.state.memory.route = memory.route
        return before.text
    }

    /// Says the last reply again, after what supervisors want said.
    private func say(again bridge: String?) async -> Reply {
        let (uses, sentences) = execution.state.memory.heed(isPhrased: false)
        execution.state.turn.used = uses
        let spoken = lastReply.following(sentences.joined(separator: " ")).following(bridge)
        execution.state.conversation.messages.append(Message(.ai, spoken.text))
        var next = execution
        await checkpoint(&next)
        await tellGuidance(turn: next.state.conversation.turnCount)
        await publish()
        await record(.transcript(role: .assistant, content: spoken.text, agent: spoken.agent))
        return reply(spoken, after: .zero)
    }

    /// A reply that was given up while it was made.
    func retract(_ spoken: SpokenReply) async -> Reply {
        if let index = execution.state.conversation.messages.lastIndex(of: Message(.ai, spoken.text)) {
            execution.state.conversation.messages.remove(at: index)
        }
        execution.state.memory.unsay(execution.state.turn.used ?? [])
        var next = execution
        await checkpoint(&next)
        await recordTruncation(spoken.text, heard: "")
        var reply = reply(spoken, after: .zero)
        reply.isAbandoned = true
        return reply
    }

    func recordTruncation(_ plan: String, heard: String) async {
        let fields: [String: JSON] = [
            "turn": .int(execution.state.conversation.turnCount), "phase": "truncated", "planned": .string(plan),
            "heard": .string(heard),
        ]
        await record(.extra(type: "turn", fields: fields))
    }

    /// What somebody said beside the graph: into the log, and into the history when it is the agent's or a colleague's.
    package func note(_ text: String, by role: SessionEvent.Role) async {
        guard !text.isEmpty else { return }
        await record(.transcript(role: role, content: text, agent: execution.state.conversation.currentAgent))
        guard role == .assistant else { return }
        amend { $0.conversation.messages.append(Message(.ai, text)) }
    }

    // MARK: Guidance

    /// Takes an instruction; it goes into every reply until it is taken back.
    package func instruct(_ guidance: Guidance) {
        amend { $0.memory.take(guidance) }
    }

    package func forget(guidanceOf command: String) {
        amend { $0.memory.drop(guidanceOf: command) }
    }

    /// Sends the next turn to a node; what hindered it.
    package func goTo(_ node: String, command: String) -> String? {
        guard let route = TurnDraft.Branch(node: node) else { return "unknown-node" }
        amend { state in
            if state.memory.begin(command) { state.memory.route = route }
        }
        return nil
    }

    /// Corrects what is known; what hindered it.
    package func correct(_ fields: JSON) async -> String? {
        let patch = ContextPatch(
            fields, in: world.domain, at: LocalTime(world.clock(), in: world.domain.timeZone))
        let fault: String?? = try? await alone(isOwn: true) { [self] in
            await absorb()
            do throws(ContextFault) {
                var next = execution
                next.state = try patch.applied(to: next.state)
                before = nil
                await checkpoint(&next)
                await publish()
                return nil
            } catch {
                await record(.extra(type: "error", fields: ["message": .string("\(error)")]))
                return "context-\(error.reason)"
            }
        }
        return fault ?? "session-ended"
    }

    /// Changes the conversation between two turns: at once when none is under way. Kept like a turn.
    private func amend(_ change: @escaping @Sendable (inout DialogueState) -> Void) {
        arrivals.append(change)
        Task { _ = try? await alone(isOwn: true) { [self] in await absorb() } }
    }

    /// Takes in what came meanwhile.
    func absorb() async {
        guard !arrivals.isEmpty else { return }
        var next = execution
        for change in arrivals { change(&next.state) }
        arrivals = []
        await checkpoint(&next)
    }

    /// Tells whose instructions went into the reply.
    func tellGuidance(turn: Int) async {
        let uses = execution.state.turn.used ?? []
        guard !uses.isEmpty else { return }
        for use in uses {
            let fields: [String: JSON] = [
                "command_id": .string(use.command), "effect": .string(use.effect.rawValue), "turn": .int(turn),
            ]
            await record(.extra(type: "instruction", fields: fields))
        }
        observer?(.consumed(commands: uses.map(\.command), turn: turn))
    }
}

extension HeldTurn {
    /// Whether the caller said it, and not a person in the agent's place.
    var isCaller: Bool { speaker == "caller" }
}
