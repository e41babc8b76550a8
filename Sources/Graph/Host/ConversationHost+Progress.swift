import Conversation
import Document
package import Engine
import FoundationEssentials
import Store

extension ConversationHost {
    /// Runs the graph until it has nothing more to wait for; what it says, if anything.
    func run(_ event: ConversationEvent) async -> SpokenReply? {
        await finish(TurnProgress(execution, events: [event]))
    }

    /// Brings a turn to its end.
    func finish(_ progress: TurnProgress) async -> SpokenReply? {
        var progress = progress
        while true {
            if !progress.requests.isEmpty {
                let request = progress.requests.removeFirst()
                if let answer = await perform(request) { progress.events.append(answer) }
                if case .say(let reply) = request.effect { progress.spoken = reply }
            } else if !progress.events.isEmpty {
                let event = progress.events.removeFirst()
                guard await step({ try world.graph.step(execution, event, now: world.clock()) }, &progress) else {
                    return nil
                }
            } else {
                break
            }
        }
        setAlarm()
        return progress.spoken
    }

    /// Takes one step; `false` when the graph lost its way and the turn is to get an apology.
    private func step(
        _ body: () throws -> Step<DialogueState, ConversationEffect>, _ progress: inout TurnProgress
    ) async -> Bool {
        do {
            let step = try body()
            guard step.isChanged else { return true }
            progress.execution = step.execution
            progress.requests += step.requests
            await record(step.trace)
            await checkpoint(&progress, for: step.requests)
            return true
        } catch {
            // A graph that lost its way starts anew with the next event.
            execution.restart()
            await record(.extra(type: "error", fields: ["message": .string("\(error)")]))
            return false
        }
    }

    /// What the graph does when time has passed: requests made again, decisions that did not come.
    package func wake() async {
        _ = try? await alone(isOwn: true) { [self] in
            before = nil
            var progress = TurnProgress(execution)
            guard await step({ try world.graph.wake(execution, now: world.clock()) }, &progress) else { return }
            await announce(await finish(progress))
        }
    }

    /// What somebody decided goes into the conversation. The same decision again changes nothing.
    package func decide(_ id: RequestID, _ decision: Decision) async throws {
        let outcome: Result<Void, any Error> = try await alone(isOwn: true) { [self] in
            before = nil
            do {
                let step = try world.graph.decide(execution, id, decision, now: world.clock())
                guard step.isChanged else { return .success(()) }
                var progress = TurnProgress(step.execution, requests: step.requests)
                await checkpoint(&progress, for: step.requests)
                await announce(await finish(progress))
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }

    /// What people are asked about this conversation and have not decided, oldest first.
    package var questions: [Interrupt] { execution.interrupts.filter(\.isPending) }

    /// Speaks what nobody said anything for.
    ///
    /// - Parameter agent: Whose words they are; `nil`: the agent's who has the word.
    func announce(_ spoken: SpokenReply?, by agent: AgentType? = nil) async {
        await publish()
        guard let spoken else { return }
        await record(.transcript(role: .assistant, content: spoken.text, agent: agent ?? spoken.agent))
        speak(reply(spoken, after: .zero))
    }

    /// Shows the way through the graph to those who watch.
    private func record(_ trace: [TraceEvent]) async {
        guard !trace.isEmpty else { return }
        let events = trace.compactMap { try? JSON(encoding: $0) }
        await record(.extra(type: "graph", fields: ["events": .array(events)]))
    }

    func setAlarm() {
        alarm?.cancel()
        alarm = nil
        guard let deadline = execution.deadline else { return }
        let pause = max(0, deadline.timeIntervalSince(world.clock()))
        alarm = Task { [weak self] in
            try? await Task.sleep(for: .seconds(pause))
            guard !Task.isCancelled else { return }
            // A task of its own: the next alarm ends this one, and not the work it began.
            Task { await self?.wake() }
        }
    }
}
