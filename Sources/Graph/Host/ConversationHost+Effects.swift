import Conversation
import Document
import Engine
import FoundationEssentials
import Store
import Supervision

extension ConversationHost {
    /// Does what the graph asks; the event that answers, if one does.
    func perform(_ request: Request<ConversationEffect>) async -> ConversationEvent? {
        switch request.effect {
        case .tool(let tool): return await call(tool, request)
        case .understand, .phrase: return await ask(request)
        case .spawn(let task):
            before = nil
            search(task)
            await record(.taskUpdate(task))
        case .announce(let notification):
            await record(.notification(notification))
        case .say:
            break
        }
        return nil
    }

    private func call(_ tool: ToolRequest, _ request: Request<ConversationEffect>) async -> ConversationEvent? {
        let id = "\(sessionID):\(request.id.map { "\($0.number)" } ?? tool.name)"
        if tool.isWriting { before = nil }
        if case .notify = world.domain.policies[tool.name] {
            await record(
                .extra(
                    type: "approval",
                    fields: ["status": "notified", "tool": .string(tool.name), "arguments": tool.arguments]))
        }
        await record(EffectWorker.beginning(of: tool))
        observer?(.toolBegan(id: id))
        defer { observer?(.toolEnded(id: id)) }
        return await ask(request)
    }

    private func ask(_ request: Request<ConversationEffect>) async -> ConversationEvent? {
        let work = await EffectWorker(world, session: sessionID).perform(request)
        for kind in work.journal { await record(kind) }
        return work.answer
    }

    // MARK: Background tasks

    /// Looks for a colleague while the conversation goes on: `pending → running → completed | failed`.
    func search(_ task: BackgroundTask) {
        let (world, session) = (world, sessionID)
        searches[task.taskID] = Task { [weak self] in
            var task = task
            task.status = .running
            await self?.advance(task)
            do {
                switch try await Self.colleague(for: task, of: session, world) {
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

    /// Whoever takes calls in this house; where nobody does, the responder knows.
    private static func colleague(
        for task: BackgroundTask, of session: String, _ world: World
    ) async throws -> HumanAnswer {
        let request = HandoffRequest(
            session: session, target: .queue(skills: []), reason: "escalation", command: task.taskID)
        switch try await world.handoffs?.find(request) {
        case .accepted(let name): return .available(name: name)
        case .callback: return .callback
        case nil: return try await world.responder.check(task)
        }
    }

    /// Takes a task's progress into the conversation, between turns, and speaks the notification it may bring.
    private func advance(_ task: BackgroundTask) async {
        _ = try? await alone(isOwn: true) { [self] in
            before = nil
            if task.status.isFinal { searches[task.taskID] = nil }
            let spoken = await run(.task(task))
            await record(.taskUpdate(task))
            await announce(spoken, by: .escalation)
        }
    }
}
