import Conversation
import Engine
import FoundationEssentials
import Store

extension ConversationHost {
    /// Does what the graph asks; the event that answers, if one does.
    func perform(_ request: Request<ConversationEffect>) async -> ConversationEvent? {
        switch request.effect {
        case .tool, .understand, .phrase:
            let work = await EffectWorker(world, session: sessionID).perform(request)
            for kind in work.journal { await record(kind) }
            return work.answer
        case .spawn(let task):
            search(task)
            await record(.taskUpdate(task))
        case .announce(let notification):
            await record(.notification(notification))
        case .say:
            break
        }
        return nil
    }

    // MARK: Background tasks

    /// Looks for a colleague while the conversation goes on: `pending → running → completed | failed`.
    func search(_ task: BackgroundTask) {
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
        _ = try? await alone(isOwn: true) { [self] in
            if task.status.isFinal { searches[task.taskID] = nil }
            let spoken = await run(.task(task))
            await record(.taskUpdate(task))
            await announce(spoken, by: .escalation)
        }
    }
}
