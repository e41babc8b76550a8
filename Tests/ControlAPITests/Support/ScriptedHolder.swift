import Conversation
import Document
import Foundation
import Store
import Supervision

/// Holds a session as a worker does, and gives every command the outcome that is asked of it.
struct ScriptedHolder {
    /// Holds the session for as long as `body` runs.
    static func with(
        _ session: String, _ exchange: Exchange,
        outcome: @escaping @Sendable (Command) -> CommandOutcome? = { _ in CommandOutcome(.applied, turn: 1) },
        body: () async throws -> Void
    ) async throws {
        // Claimed for longer than any test takes, for nobody renews it.
        let claimed = Date().addingTimeInterval(3_600)
        let holding = try await exchange.holdings.claim(session, by: "test", now: claimed)
        let commands = await exchange.bus.commands(for: session)
        let work = Task {
            for await command in commands {
                guard let outcome = outcome(command) else { continue }
                var fields: [String: JSON] = [
                    "command_id": .string(command.id), "command": .string(command.body.type),
                    "status": .string(outcome.status.rawValue), "by": command.principal.json,
                ]
                fields["reason"] = outcome.reason.map(JSON.string)
                fields["turn"] = outcome.turn.map(JSON.int)
                fields["effect"] = outcome.effect.map(JSON.string)
                if case .acquireLease = command.body, outcome.status == .applied {
                    await exchange.log.append(SessionEvent(session, lease(command)), at: Date())
                }
                await exchange.log.append(SessionEvent(session, .extra(type: "command", fields: fields)), at: Date())
                await exchange.bus.acknowledge(command.id, of: session)
            }
        }
        defer { work.cancel() }
        try await body()
        if let holding { await exchange.holdings.release(holding) }
    }

    private static func lease(_ command: Command) -> SessionEvent.Kind {
        let expiry = Date().addingTimeInterval(30).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        return .extra(
            type: "lease", fields: ["holder": command.principal.json, "expires_at": .string(expiry), "fence": 1])
    }
}
