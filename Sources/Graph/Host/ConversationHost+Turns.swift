package import Conversation
import Engine
import FoundationEssentials
import Store

extension ConversationHost {
    /// The first words, before the caller said anything.
    package func greet() async throws(HostError) -> Reply {
        try await turn(.began)
    }

    /// What to say to this. Turns that come while one is under way wait in line.
    package func reply(to text: String) async throws(HostError) -> Reply {
        try await turn(.said(text), hearing: text)
    }

    /// What to say when the caller has been silent; `count` is how often in a row, from 1. The third says goodbye.
    package func silence(_ count: Int) async throws(HostError) -> Reply {
        try await turn(.silence(count))
    }

    /// Replaces a reply in the history with the words the caller heard of it; with none, the reply was never said.
    package func heard(_ text: String, of replyID: String) async {
        _ = try? await alone(isOwn: true) {
            guard let plan = planned.first(where: { $0.id == replyID })?.text, plan != text else { return }
            let messages = execution.state.conversation.messages
            guard let index = messages.lastIndex(of: Message(.ai, plan)) else { return }
            if text.isEmpty {
                execution.state.conversation.messages.remove(at: index)
            } else {
                execution.state.conversation.messages[index].content = text
            }
            planned = planned.map { $0.id == replyID ? (replyID, text) : $0 }
            await record(
                .extra(type: "turn", fields: ["phase": "truncated", "planned": .string(plan), "heard": .string(text)]))
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
        _ = try? await alone(isOwn: true) {
            guard close(reason) else { return }
            var tasks = execution.state.conversation.pendingTasks
            for index in tasks.indices where !tasks[index].status.isFinal {
                tasks[index].status = .failed
                await record(.taskUpdate(tasks[index]))
            }
            execution.state.conversation.pendingTasks = tasks
            execution.state.conversation.escalationInProgress = false
            await publish()
            await record(.lifecycle(summary))
        }
    }

    // MARK: One turn

    private func turn(_ event: ConversationEvent, hearing text: String? = nil) async throws(HostError) -> Reply {
        try await alone {
            let clock = ContinuousClock()
            let begin = clock.now
            await start()
            if let text {
                await record(.transcript(role: .user, content: text, agent: execution.state.conversation.currentAgent))
            }
            let spoken = await run(event) ?? apology
            await publish()
            await record(.transcript(role: .assistant, content: spoken.text, agent: spoken.agent))
            let latency = begin.duration(to: clock.now)
            if channel == .chat {
                await record(.latency(Latency(llmMs: Int(latency / .milliseconds(1)))))
            }
            return reply(spoken, after: latency)
        }
    }

    /// Runs the graph until it has nothing more to wait for; what it says, if anything.
    func run(_ event: ConversationEvent) async -> SpokenReply? {
        var spoken: SpokenReply?
        var events = [event]
        while !events.isEmpty {
            let requests: [Request<ConversationEffect>]
            do {
                let step = try world.graph.step(execution, events.removeFirst(), now: world.clock())
                (execution, requests) = (step.execution, step.requests)
            } catch {
                // A graph that lost its way starts anew with the next event; this turn gets an apology.
                execution.restart()
                await record(.extra(type: "error", fields: ["message": .string(error.description)]))
                return nil
            }
            for request in requests {
                if case .say(let reply) = request.effect { spoken = reply }
                if let answer = await perform(request) { events.append(answer) }
            }
        }
        return spoken
    }

    private var apology: SpokenReply {
        execution.restart()
        return SpokenReply(
            text: world.domain.phrases.words(for: .outOfScope(attempt: 1)), vocabulary: execution.state.vocabulary,
            endsCall: false, intent: execution.state.conversation.detectedIntent, node: "respond",
            agent: execution.state.conversation.currentAgent, priority: nil)
    }
}
