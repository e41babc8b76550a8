import Access
import Document
import Foundation
import HTTPTypes
import Supervision
import Surface

extension Routes {
    /// Commands and what became of them.
    func addCommands(to endpoints: inout Endpoints) {
        endpoints.serve("createCommand") { call in try await command(call) }
        endpoints.serve("listCommands") { call in
            _ = try await sessions.record(call.session, in: call.scope)
            var reports = await commands.reports(of: call.session)
            if let status = call.query["status"]?.string {
                reports.removeAll { $0.outcome.status.rawValue != status }
            }
            if let cursor = call.query["cursor"]?.string {
                guard let place = reports.firstIndex(where: { $0.id == cursor }) else {
                    throw Problem.invalid("/cursor", "cursor is none of this list")
                }
                reports.removeFirst(place + 1)
            }
            let page = reports.prefix(call.query["limit"]?.int ?? 50)
            let next = page.count < reports.count ? page.last?.id : nil
            return .page(page.map(\.json), of: "commands", next: next, call)
        }
        endpoints.serve("getCommand") { call in HTTPReply(try await known(call).json) }
        endpoints.serve("cancelCommand") { call in try await cancel(call) }
    }

    private func command(_ call: Call) async throws -> HTTPReply {
        let order = try order(call)
        let sent = try await commands.send(order)
        await plane.audit(
            call, "command.\(sent.type)", on: call.session, after: ["command_id": .string(sent.id)])
        // Who names a state learns at once whether it was still so.
        let patience = call.wait ?? (order.request.precondition == nil ? .zero : .seconds(1))
        let report = await commands.outcome(of: sent, within: patience)
        if report.outcome.status == .rejected, report.outcome.reason == "stale-turn", call.header("If-Match") != nil {
            throw Problem(
                .staleTurn, "The conversation has moved on; nothing was done.",
                ["turn": report.outcome.turn.map(JSON.int) ?? .null, "command_id": .string(report.id)])
        }
        let isAnswer = call.wait != nil && report.outcome.status.isFinal
        return HTTPReply(report.json, isAnswer ? .ok : .accepted)
            .at("/api/sessions/\(report.session)/commands/\(report.id)")
    }

    /// The command that a call asks for, with its precondition and its key.
    private func order(_ call: Call) throws -> CommandOrder {
        do {
            var request = try CommandRequest(call.body, by: call.principal)
            try Self.check(request.body, by: call.principal)
            if let condition = call.header("If-Match") {
                request.precondition = try Self.condition(condition, request.precondition)
            }
            var order = CommandOrder(request, in: call.session, by: call.principal)
            order.key = call.header("Idempotency-Key")
            order.mark = call.mark
            order.trace = call.header("traceparent")
            return order
        } catch let invalid as InvalidCommand {
            let errors = invalid.problems.map { problem -> JSON in
                ["pointer": .string(problem.pointer), "detail": .string(problem.detail)]
            }
            throw Problem(.validation, "\(invalid)", ["errors": .array(errors)])
        }
    }

    /// Some of what is a command on the way has rights of its own.
    private static func check(_ body: Command.Body, by principal: Principal) throws(Problem) {
        let isAllowed =
            switch body {
            case .decide: principal.may(.decideApproval)
            case .chat: principal.may(.chat)
            case .acquireLease(_, let steals): !steals || principal.role == .admin
            default: true
            }
        guard isAllowed else { throw .forbidden(principal.role) }
    }

    /// `"turn-17"` or `"seq-412"` (RFC 9110 §13.1.1).
    private static func condition(
        _ text: String, _ known: Command.Precondition?
    ) throws(Problem) -> Command.Precondition {
        var condition = known ?? Command.Precondition()
        let tag = text.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        if tag.hasPrefix("turn-"), let turn = Int(tag.dropFirst(5)), turn >= 0 {
            condition.turn = turn
        } else if tag.hasPrefix("seq-"), let sequence = Int(tag.dropFirst(4)), sequence >= 0 {
            condition.sequence = sequence
        } else {
            throw .invalid("/If-Match", "If-Match must be \"turn-17\" or \"seq-412\"")
        }
        return condition
    }

    private func known(_ call: Call) async throws -> CommandReport {
        _ = try await sessions.record(call.session, in: call.scope)
        guard let report = await commands.report(call["command_id"], of: call.session) else {
            throw Problem(.notFound, "There is no command with this id in this session.")
        }
        return report
    }

    private func cancel(_ call: Call) async throws -> HTTPReply {
        let report = try await known(call)
        guard !report.outcome.status.isFinal else {
            guard report.outcome.status == .cancelled else {
                throw Problem(
                    .conflict, "The command has ended already.",
                    ["status": .string(report.outcome.status.rawValue)])
            }
            return HTTPReply(report.json)
        }
        var order = CommandOrder(CommandRequest(.cancel(command: report.id)), in: call.session, by: call.principal)
        order.mark = call.mark
        _ = try await commands.send(order)
        await plane.audit(call, "command.cancel", on: call.session, after: ["command_id": .string(report.id)])
        let ended = await commands.outcome(of: report, within: call.wait ?? .seconds(3))
        guard ended.outcome.status == .cancelled else {
            throw Problem(
                .conflict, "The command could not be taken back any more.",
                ["status": .string(ended.outcome.status.rawValue)])
        }
        return HTTPReply(ended.json)
    }
}
