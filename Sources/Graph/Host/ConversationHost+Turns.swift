package import Conversation
import Document
import Engine
import FoundationEssentials
import Store
import Supervision

extension ConversationHost {
    /// The first words, before the caller said anything; in a conversation that goes on, where it was.
    package func greet() async throws(HostError) -> Reply {
        isResumed ? try await goOn() : try await turn(TurnCause(.began))
    }

    /// Does what was under way when the other process ended, and says what the caller may not have heard: the answer that
    /// comes of it, or the last one again.
    private func goOn() async throws(HostError) -> Reply {
        try await alone { [self] in
            await start()
            let spoken = await takeUp()
            await publish()
            let reply = reply(spoken ?? lastReply, after: .zero)
            await record(.transcript(role: .assistant, content: reply.text, agent: reply.agent))
            return reply
        }
    }

    /// Does what was still to be done when the other process ended, once; what is to be said of it.
    private func takeUp() async -> SpokenReply? {
        guard isResumed, !hasTakenUp else { return nil }
        hasTakenUp = true
        for task in execution.state.conversation.pendingTasks where !task.status.isFinal { search(task) }
        let open = execution.outstanding
        setAlarm()
        return open.isEmpty ? nil : await finish(TurnProgress(execution, requests: open))
    }

    var lastReply: SpokenReply {
        let state = execution.state
        return SpokenReply(
            text: state.memory.lastReply ?? world.domain.phrases.words(for: .greeting), vocabulary: state.vocabulary,
            endsCall: false, intent: state.conversation.detectedIntent, node: "respond",
            agent: state.conversation.currentAgent)
    }

    /// What to say to this. Turns that come while one is under way wait in line.
    ///
    /// - Parameter command: The command that brought typed words; the same one again has the last reply again.
    package func reply(to text: String, by command: String? = nil) async throws(HostError) -> Reply {
        try await turn(TurnCause(.said(text), text: text, command: command))
    }

    /// What to say when the caller has been silent; `count` is how often in a row, from 1. The third says goodbye.
    package func silence(_ count: Int) async throws(HostError) -> Reply {
        try await turn(TurnCause(.silence(count)))
    }

    /// Replaces a reply in the history with the words the caller heard of it; with none, the reply was never said.
    package func heard(_ text: String, of replyID: String) async {
        _ = try? await alone(isOwn: true) { [self] in
            guard let plan = planned.first(where: { $0.id == replyID })?.text, plan != text else { return }
            let messages = execution.state.conversation.messages
            guard let index = messages.lastIndex(of: Message(.ai, plan)) else { return }
            if text.isEmpty {
                execution.state.memory.unsay(execution.state.turn.used ?? [])
                execution.state.conversation.messages.remove(at: index)
            } else {
                execution.state.conversation.messages[index].content = text
            }
            planned = planned.map { $0.id == replyID ? (replyID, text) : $0 }
            if !text.isEmpty { before = nil }
            var corrected = execution
            await checkpoint(&corrected)
            await recordTruncation(plan, heard: text)
            await publish()
        }
    }

    /// Logs how long the stages of a turn took. A chat turn is logged by itself.
    package func report(_ latency: Latency) async {
        guard !hasEnded else { return }
        await record(.latency(latency))
    }

    /// Ends the session: background tasks stop, the log says so. Once; later calls do nothing.
    package func end(reason: String) async {
        _ = try? await alone(isOwn: true) { [self] in
            guard close(reason) else { return }
            var tasks = execution.state.conversation.pendingTasks
            for index in tasks.indices where !tasks[index].status.isFinal {
                tasks[index].status = .failed
                await record(.taskUpdate(tasks[index]))
            }
            execution.state.conversation.pendingTasks = tasks
            execution.state.conversation.escalationInProgress = false
            var last = execution
            await checkpoint(&last, isSettled: true)
            await publish()
            await record(.lifecycle(summary))
            await flush()
            observer?(.ended(reason: reason))
        }
    }

    // MARK: One turn

    private func turn(_ cause: TurnCause) async throws(HostError) -> Reply {
        try await alone { [self] in
            await absorb()
            if let command = cause.command, execution.state.memory.commands.contains(command) {
                // It was answered before another process, or this one, was told of it again.
                return reply(lastReply, after: .zero)
            }
            return await answer(cause)
        }
    }

    /// Answers what came. Within the gate.
    func answer(_ cause: TurnCause) async -> Reply {
        let clock = ContinuousClock()
        let begin = clock.now
        await start()
        let agent = execution.state.conversation.currentAgent
        if let text = cause.text, !cause.isAgain { await record(.transcript(role: .user, content: text, agent: agent)) }
        let number = execution.state.conversation.turnCount + (cause.text == nil ? 0 : 1)
        await record(turn: number, "committed", cause)
        let earlier = await takeUp()
        before = cause.text.map { ($0, execution) }
        if let command = cause.command { _ = execution.state.memory.begin(command) }
        let abandoned = abandonments
        await record(turn: number, "thinking", cause)
        let spoken = (await take(cause.event, cause.text) ?? apology).following(earlier).following(cause.bridge)
        await settle()
        await publish()
        guard abandoned == abandonments else { return await retract(spoken) }
        await tellGuidance(turn: number)
        await record(.transcript(role: .assistant, content: spoken.text, agent: spoken.agent))
        let latency = begin.duration(to: clock.now)
        if channel == .chat {
            await record(.latency(Latency(llmMs: Int(latency / .milliseconds(1)))))
        }
        await record(turn: number, "answered", cause, planned: spoken.text)
        return reply(spoken, after: latency)
    }

    private func record(turn: Int, _ phase: String, _ cause: TurnCause, planned: String? = nil) async {
        var fields: [String: JSON] = [
            "turn": .int(turn), "phase": .string(phase), "source": .string(cause.source),
        ]
        fields["planned"] = planned.map(JSON.string)
        fields["command_id"] = cause.command.map(JSON.string)
        await record(.extra(type: "turn", fields: fields))
    }

    /// Runs a turn, or goes on with one that was run ahead.
    private func take(_ event: ConversationEvent, _ text: String?) async -> SpokenReply? {
        guard let text, var ahead = await speculated(text) else { return await run(event) }
        for kind in ahead.journal { await record(kind) }
        ahead.journal = []
        await checkpoint(&ahead, for: ahead.requests)
        return await finish(ahead)
    }

    private var apology: SpokenReply {
        execution.restart()
        return SpokenReply(
            text: world.domain.phrases.words(for: .outOfScope(attempt: 1)), vocabulary: execution.state.vocabulary,
            endsCall: false, intent: execution.state.conversation.detectedIntent, node: "respond",
            agent: execution.state.conversation.currentAgent, priority: nil)
    }
}

extension SpokenReply {
    /// Both, said in one breath.
    fileprivate func following(_ earlier: SpokenReply?) -> SpokenReply { following(earlier?.text) }

    func following(_ words: String?) -> SpokenReply {
        guard let words, !words.isEmpty else { return self }
        return SpokenReply(
            text: "\(words) \(text)", vocabulary: vocabulary, endsCall: endsCall, intent: intent, node: node,
            agent: agent, priority: priority, pace: pace)
    }
}
