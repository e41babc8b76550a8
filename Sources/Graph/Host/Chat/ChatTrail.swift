import Conversation
import Document
import Engine
import Store
import Supervision

/// Reads in the log what became of words that were typed.
struct ChatTrail: Sendable {
    private let log: any EventLog
    private let command: Command

    init(_ world: World, _ command: Command) {
        log = world.log
        self.command = command
    }

    /// The answer, if there is one.
    func answer(after sequence: Int) async -> String? {
        let events = await log.events(of: command.session, after: sequence)
        return events.lazy.compactMap(answer).first
    }

    /// Sends the command and waits for its final outcome, and the answer before it.
    ///
    /// - Parameter meanwhile: Done every second.
    func follow(
        sending send: @escaping @Sendable () async throws -> Void, meanwhile: @escaping @Sendable () async -> Void
    ) async throws -> (outcome: CommandOutcome, answer: String?)? {
        let events = await log.subscribe(to: command.session, from: .max)
        try await send()
        let watch = Task {
            while (try? await Task.sleep(for: .seconds(1))) != nil { await meanwhile() }
        }
        defer { watch.cancel() }
        var words: String?
        for await event in events {
            words = answer(event) ?? words
            if let outcome = outcome(event) { return (outcome, words) }
        }
        return nil
    }

    private func answer(_ event: LoggedEvent) -> String? {
        guard event.type == "turn", event.text.contains(command.id) else { return nil }
        let frame = event.frame
        guard frame["phase"] == "answered", frame["command_id"]?.string == command.id else { return nil }
        return frame["planned"]?.string
    }

    private func outcome(_ event: LoggedEvent) -> CommandOutcome? {
        guard event.type == "command", event.text.contains(command.id) else { return nil }
        let frame = event.frame
        guard frame["command_id"]?.string == command.id,
            let status = frame["status"]?.string.flatMap(CommandOutcome.Status.init), status.isFinal
        else { return nil }
        return CommandOutcome(
            status, reason: frame["reason"]?.string, turn: frame["turn"]?.int, effect: frame["effect"]?.string)
    }
}
