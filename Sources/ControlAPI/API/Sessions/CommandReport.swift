package import Document
package import Foundation
import Store
package import Supervision

/// How far a command has come, as the session's log tells it.
package struct CommandReport: Hashable, Sendable {
    package let id: String
    package let session: String
    /// The command's name on the wire.
    package private(set) var type: String
    package private(set) var outcome: CommandOutcome
    /// Who asked for it: `{id, name, role}`.
    package private(set) var author: JSON?
    package let createdAt: Date
    package private(set) var finishedAt: Date?
    /// The log's number of the newest event that speaks of it.
    package private(set) var sequence: Int
    private var expiry: Date?

    /// From the first event that speaks of it; `nil` for an event that speaks of no command.
    init?(_ event: LoggedEvent) {
        guard event.type == "command" else { return nil }
        let frame = event.frame
        guard let id = frame["command_id"]?.string else { return nil }
        self.id = id
        session = event.sessionID
        type = frame["command"]?.string ?? ""
        outcome = CommandOutcome(.accepted)
        createdAt = event.at
        sequence = event.sequence
        take(frame, event)
    }

    /// Reads another event of the same command. A final outcome stays.
    mutating func take(_ event: LoggedEvent) {
        take(event.frame, event)
    }

    private mutating func take(_ frame: JSON, _ event: LoggedEvent) {
        guard !outcome.status.isFinal else { return }
        sequence = event.sequence
        if let name = frame["command"]?.string, !name.isEmpty { type = name }
        author = frame["by"] ?? author
        expiry = frame["expires_at"]?.string.flatMap(Date.init(moment:)) ?? expiry
        guard let status = frame["status"]?.string.flatMap(CommandOutcome.Status.init) else { return }
        outcome = CommandOutcome(
            status, reason: frame["reason"]?.string, turn: frame["turn"]?.int ?? outcome.turn,
            effect: frame["effect"]?.string, heard: frame["heard"]?.string,
            related: frame["related"]?.elements.compactMap(\.string) ?? [])
        if status.isFinal { finishedAt = event.at }
    }

    /// The same; a command that nobody is left to answer for has expired.
    func settled(at now: Date) -> CommandReport {
        guard !outcome.status.isFinal, let expiry, now > expiry.addingTimeInterval(Command.longestLife + 10) else {
            return self
        }
        var report = self
        report.outcome = CommandOutcome(.expired, reason: "worker-unavailable", turn: outcome.turn)
        report.finishedAt = expiry
        return report
    }

    package var json: JSON {
        var fields: [String: JSON] = [
            "command_id": .string(id), "session_id": .string(session), "type": .string(type),
            "status": .string(outcome.status.rawValue), "related": .array(outcome.related.map(JSON.string)),
            "created_at": .string(createdAt.moment), "seq": .int(sequence),
        ]
        fields["reason"] = outcome.reason.map(JSON.string)
        fields["turn"] = outcome.turn.map(JSON.int)
        fields["effect"] = outcome.effect.map(JSON.string)
        fields["heard"] = outcome.heard.map(JSON.string)
        fields["by"] = author
        fields["finished_at"] = finishedAt.map { .string($0.moment) }
        return .object(fields)
    }
}
