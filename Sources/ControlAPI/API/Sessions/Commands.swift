import Conversation
import Document
import Foundation
import Store
import Supervision

/// Sends commands to whoever holds their session, and reads from the log what became of them.
package struct Commands: Sendable {
    /// How long a call may be without a process: when its worker has died, another takes it over.
    private static let succession = Duration.seconds(2)

    private let sessions: Sessions

    package init(_ sessions: Sessions) {
        self.sessions = sessions
    }

    private var log: any EventLog { sessions.log }

    /// Writes down that a command was accepted and puts it on its way. The same order again is the same command.
    ///
    /// Throws: `Problem` when the session is not the principal's to see, over, or held by nobody, after two seconds for a call.
    package func send(_ order: CommandOrder) async throws -> CommandReport {
        let now = Date()
        let record = try await sessions.live(order.session, in: order.principal.scope)
        let id = order.id
        if order.key != nil || order.request.dedupeKey != nil, let known = await report(id, of: order.session) {
            return known
        }
        guard try await isHeld(record.summary) else {
            _ = try await sessions.live(order.session, in: order.principal.scope)
            throw Problem.unheld
        }
        let request = order.request
        let command = Command(
            id: id, session: order.session, by: order.principal, request.body, precondition: request.precondition,
            at: now, timeToLive: request.timeToLive, request: order.mark)
        let accepted = await tell(command, CommandOutcome(.accepted), trace: order.trace)
        do throws(StoreError) {
            try await sessions.exchange.bus.send(command)
        } catch {
            await tell(command, CommandOutcome(.failed, reason: "worker-unavailable"), trace: order.trace)
            switch error {
            case .unavailable: throw Problem.unheld
            case .full: throw Problem.busy
            default: throw Problem.degraded
            }
        }
        guard let report = CommandReport(accepted) else { throw Problem.failed }
        return report
    }

    /// Whether a process holds the session, or does before long.
    private func isHeld(_ summary: SessionSummary) async throws -> Bool {
        let deadline = ContinuousClock.now + Self.succession
        while true {
            if try await sessions.isHeld(summary.id, now: Date()) { return true }
            // A chat goes on when somebody says something in it, not by itself.
            guard summary.channel == .voice, ContinuousClock.now < deadline else { return false }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// The command once it has its final outcome; as it is, when that does not come in time.
    package func outcome(of report: CommandReport, within patience: Duration) async -> CommandReport {
        guard !report.outcome.status.isFinal, patience > .zero else { return report }
        return await withTaskGroup(of: CommandReport?.self) { group in
            group.addTask { await follow(report) }
            group.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            if let first, first.outcome.status.isFinal { return first }
            return await self.report(report.id, of: report.session) ?? report
        }
    }

    /// Reads the log until the command is final, or the log ends for this reader.
    private func follow(_ report: CommandReport) async -> CommandReport? {
        var report = report
        for await event in await log.subscribe(to: report.session, from: report.sequence + 1) {
            guard CommandReport(event)?.id == report.id else { continue }
            report.take(event)
            if report.outcome.status.isFinal { return report }
        }
        return nil
    }

    /// One command of a session; `nil` when the log knows none of this id.
    package func report(_ id: String, of session: String) async -> CommandReport? {
        await reports(of: session).first { $0.id == id }
    }

    /// Every command of a session that its log still tells of, the newest first.
    package func reports(of session: String) async -> [CommandReport] {
        var reports: [CommandReport] = []
        var places: [String: Int] = [:]
        for event in await log.events(of: session, after: 0) where event.type == "command" {
            guard let told = CommandReport(event) else { continue }
            if let place = places[told.id] {
                reports[place].take(event)
            } else {
                places[told.id] = reports.count
                reports.append(told)
            }
        }
        let now = Date()
        return reports.reversed().map { $0.settled(at: now) }
    }

    /// Writes a step of a command's life into the log.
    @discardableResult
    private func tell(_ command: Command, _ outcome: CommandOutcome, trace: String?) async -> LoggedEvent {
        var fields: [String: JSON] = [
            "command_id": .string(command.id), "command": .string(command.body.type),
            "status": .string(outcome.status.rawValue), "by": command.principal.json,
            "expires_at": .string(command.expiry.moment),
        ]
        fields["reason"] = outcome.reason.map(JSON.string)
        fields["request_id"] = command.request.map(JSON.string)
        fields["traceparent"] = trace.map(JSON.string)
        return await log.append(SessionEvent(command.session, .extra(type: "command", fields: fields)), at: Date())
    }
}
