import Conversation
import Document
import Engine
import Store
import Supervision

extension ControlDesk {
    func carryOut(_ effect: SessionControl.Effect) async {
        switch effect {
        case .keep: await keep()
        case .record(let type, let fields): await record(type, fields)
        case .instruct(let instruction, let command):
            await host.instruct(Guidance(command: command, text: instruction.text, author: instruction.author))
        case .forget(let command): await host.forget(guidanceOf: command)
        case .goTo(let node, let command):
            tell(.carriedOut(command: command, failure: await host.goTo(node, command: command)))
        case .setContext(let fields, let command): attempt(command) { [host] in await host.correct(fields) }
        case .decide(let approval, let decision, let command):
            attempt(command) { [host] in await host.decide(approval, decision) }
        case .suspendDeadline(let approval, let isSuspended):
            errands.add { [host] in await host.suspend(approval, isSuspended) }
        case .requestHandoff(let target, let message, let isBlocking, let command):
            let request = HandoffRequest(
                session: host.sessionID, target: target, reason: "supervisor", message: message,
                isBlocking: isBlocking, command: command)
            attempt(command) { [host] in await Self.ask(host.world.handoffs, request) }
        default: await perform(effect)
        }
    }

    /// What the stage does.
    private func perform(_ effect: SessionControl.Effect) async {
        switch effect {
        case .say(let speech): speeches = speeches.filter { $0.id != speech.id }.suffix(63) + [speech]
        case .holdTurns(let holds): holdsTurns = holds
        case .abandonAnswer: await host.abandonAnswer()
        case .typed(let text, let command):
            if let typist = typists.removeValue(forKey: command), speaksForAgent(typist) {
                tell(.words(HeldTurn(speaker: typist.id, text: text), turn: control.turn))
                return tell(.carriedOut(command: command, failure: nil))
            }
        default: break
        }
        await stage.perform(effect)
    }

    /// Does what takes time after everything that was begun before it, and tells what came of it.
    private func attempt(_ command: String, _ work: @escaping @Sendable () async -> String?) {
        errands.add { [inbox] in inbox.post(.carriedOut(command: command, failure: await work())) }
    }

    private static func ask(_ desk: (any HandoffDesk)?, _ request: HandoffRequest) async -> String? {
        guard let desk else { return "no-operators" }
        do {
            _ = try await desk.request(request)
            return nil
        } catch {
            return "no-operators"
        }
    }

    /// Writes an event. A command that has come to its end is never delivered again.
    private func record(_ type: String, _ fields: [String: JSON]) async {
        await host.record(.extra(type: type, fields: fields))
        if type == "takeover" { takeSeat(fields) }
        guard type == "command", let command = fields["command_id"]?.string,
            let status = fields["status"]?.string.flatMap(CommandOutcome.Status.init), status.isFinal
        else { return }
        await exchange.bus.acknowledge(command, of: host.sessionID)
        typists[command] = nil
        let outcome = CommandOutcome(
            status, reason: fields["reason"]?.string, turn: fields["turn"]?.int, effect: fields["effect"]?.string)
        waiting.removeValue(forKey: command)?.resume(returning: outcome)
    }
}

extension ControlDesk {
    /// Handles a command of this process and waits for its final outcome; `nil` when the session went elsewhere.
    func outcome(of command: Command) async -> CommandOutcome? {
        await withCheckedContinuation { continuation in
            waiting[command.id] = continuation
            Task { await self.submit(command) }
        }
    }

    private func submit(_ command: Command) async {
        let isTaken = await inbox.postWaiting(.command(command, sequence: host.lastMove))
        if !isTaken { waiting.removeValue(forKey: command.id)?.resume(returning: nil) }
    }

    /// The log's number of the newest event by which the conversation moved.
    var mark: Int {
        get async { await host.lastMove }
    }
}
