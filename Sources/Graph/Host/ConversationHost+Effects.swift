import Conversation
import Document
import Engine
import FoundationEssentials
import Speech
import Store

extension ConversationHost {
    /// Does what the graph asks; the event that answers, if one does.
    func perform(_ request: Request<ConversationEffect>) async -> ConversationEvent? {
        switch (request.effect, request.id) {
        case (.tool(let tool), let id?):
            await record(.extra(type: "tool_call", fields: ["phase": "started", "name": .string(tool.name)]))
            let answer = await world.database.answer(tool, now: world.clock())
            world.witness?(tool, answer)
            await record(.extra(type: "tool_call", fields: outcome(of: answer, tool)))
            return .tool(id, answer)
        case (.understand(let utterance), let id?):
            return .understood(id, await understand(utterance))
        case (.phrase, let id?):
            return .phrased(id, nil)
        case (.spawn(let task), _):
            search(task)
            await record(.taskUpdate(task))
        case (.announce(let notification), _):
            await record(.notification(notification))
        case (.say, _), (.tool, nil), (.understand, nil), (.phrase, nil):
            break
        }
        return nil
    }

    private func outcome(of answer: ToolAnswer, _ tool: ToolRequest) -> [String: JSON] {
        var fields: [String: JSON] = ["phase": "finished", "name": .string(tool.name), "ok": true]
        if case .failed(let reason) = answer {
            fields["ok"] = false
            fields["reason"] = .string(reason)
        }
        return fields
    }

    /// Asks the language model within its deadline; `nil` means the rules' reading stands.
    private func understand(_ utterance: Utterance) async -> Interpretation? {
        guard let model = world.model else { return nil }
        let reader = ModelUnderstanding(domain: world.domain, today: utterance.at.day)
        let messages = reader.messages(for: utterance.text, answering: utterance.question)
        let answer = await withDeadline(world.modelDeadline) { try await model.complete(messages) }
        return answer.flatMap { reader.interpretation(of: $0) }
    }

    // MARK: Background tasks

    /// Looks for a colleague while the conversation goes on: `pending → running → completed | failed`.
    private func search(_ task: BackgroundTask) {
        let responder = world.responder
        searches[task.taskID] = Task { [weak self] in
            var task = task
            task.status = .running
            await self?.advance(task)
            do {
                switch try await responder.check(task) {
                case .available(let name):
                    task.humanAvailable = true
                    task.humanAgentName = name
                case .callback:
                    task.humanAvailable = false
                }
                task.status = .completed
            } catch {
                task.status = .failed
            }
            await self?.advance(task)
        }
    }

    /// Takes a task's progress into the conversation, between turns, and speaks the notification it may bring.
    private func advance(_ task: BackgroundTask) async {
        _ = try? await alone(isOwn: true) {
            if task.status.isFinal { searches[task.taskID] = nil }
            let spoken = await run(.task(task))
            await record(.taskUpdate(task))
            await publish()
            guard let spoken else { return }
            await record(.transcript(role: .assistant, content: spoken.text, agent: .escalation))
            speak(reply(spoken, after: .zero))
        }
    }
}
