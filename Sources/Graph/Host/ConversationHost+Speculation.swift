import Conversation
import Engine
import Store

extension ConversationHost {
    /// Runs the turn ahead on words that the caller may not have finished. Only what changes nothing is done: reading tools
    /// and the language model, never a booking. `reply(to:)` with the same words then has its answer, or waits for it.
    package func speculate(on text: String) {
        guard !hasEnded, speculation?.text != text || speculation?.base != execution.checkpoint else { return }
        speculation?.work.cancel()
        let progress = TurnProgress(execution, events: [.said(text)])
        let work = Task { [world] in await Self.runAhead(progress, world) }
        speculation = Speculation(text: text, base: execution.checkpoint, work: work)
    }

    /// What the answer to these words would be; `reply(to:)` with the same words then gives it without doing anything twice.
    /// `nil` where that depends on something that must not be done ahead, where the graph fails, and when other words are
    /// speculated on in the meantime.
    package func speculate(replyTo text: String) async -> SpeculatedReply? {
        // What another process left to be done is answered first.
        guard !isResumed || hasTakenUp else { return nil }
        speculate(on: text)
        guard let ahead = speculation, ahead.text == text, let progress = await ahead.work.value, progress.isDone,
            let spoken = progress.spoken
        else { return nil }
        return SpeculatedReply(
            text: spoken.text, vocabulary: spoken.vocabulary, endsCall: spoken.endsCall,
            question: progress.execution.state.memory.question, pace: spoken.pace)
    }

    /// Returns when the turn that runs ahead has come as far as it may.
    package func speculated() async {
        _ = await speculation?.work.value
    }

    /// The turn that was run ahead on these very words, if nothing else has happened since.
    func speculated(_ text: String) async -> TurnProgress? {
        guard let ahead = speculation, ahead.text == text, ahead.base == execution.checkpoint else {
            speculation?.work.cancel()
            speculation = nil
            return nil
        }
        speculation = nil
        return await ahead.work.value
    }

    /// Up to the first request that changes anything; `nil` when the graph lost its way or the work was cancelled.
    private static func runAhead(_ start: TurnProgress, _ world: World) async -> TurnProgress? {
        var progress = start
        let worker = EffectWorker(world, session: start.execution.state.conversation.sessionID)
        while !Task.isCancelled {
            if let request = progress.requests.first {
                guard request.effect.mayRunAhead else { return progress }
                progress.requests.removeFirst()
                if case .say(let reply) = request.effect { progress.spoken = reply }
                if case .tool(let tool) = request.effect { progress.journal.append(EffectWorker.beginning(of: tool)) }
                let work = await worker.perform(request)
                progress.journal += work.journal
                if let answer = work.answer { progress.events.append(answer) }
            } else if !progress.events.isEmpty {
                let event = progress.events.removeFirst()
                guard let step = try? world.graph.step(progress.execution, event, now: world.clock()) else {
                    return nil
                }
                progress.execution = step.execution
                progress.requests += step.requests
            } else {
                return progress
            }
        }
        return nil
    }
}

extension TurnProgress {
    /// Nothing is left to be done.
    fileprivate var isDone: Bool { requests.isEmpty && events.isEmpty }
}
