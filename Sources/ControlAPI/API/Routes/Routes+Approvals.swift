import Document
import Foundation
import Store
import Supervision
import Surface

extension Routes {
    /// Tools that wait for a person.
    func addApprovals(to endpoints: inout Endpoints) {
        endpoints.serve("listApprovals") { call in
            let status = call.query["status"]?.string.flatMap(Approval.Status.init)
            let found = try await sessions.directory.approvals(
                status, of: call.query["session_id"]?.string, in: call.scope)
            return HTTPReply(["approvals": .array(found.map(\.json))])
        }
        endpoints.serve("getApproval") { call in HTTPReply(try await approval(call).json) }
        endpoints.serve("decideApproval") { call in try await decide(call) }
    }

    /// `<session>:<request>` names both.
    private func approval(_ call: Call) async throws -> Approval {
        let id = call["approval_id"]
        let session = id.lastIndex(of: ":").map { String(id[..<$0]) }
        let found = try await sessions.directory.approvals(nil, of: session, in: call.scope)
        guard let approval = found.first(where: { $0.id == id }) else {
            throw Problem(.notFound, "There is no question with this id.")
        }
        return approval
    }

    private func decide(_ call: Call) async throws -> HTTPReply {
        let approval = try await approval(call)
        let wished = Self.status(of: call.body["decision"]?.string)
        if approval.status != .pending { return try Self.settled(approval, wished) }
        guard case .object(var wish) = call.body else { throw Problem.malformed }
        wish["type"] = "decide"
        wish["approval_id"] = .string(approval.id)
        let request: CommandRequest
        do { request = try CommandRequest(.object(wish), by: call.principal) } catch {
            throw Problem.invalid(error.problems.first?.pointer ?? "", "\(error)")
        }
        var order = CommandOrder(request, in: approval.session, by: call.principal)
        order.key = call.header("Idempotency-Key")
        order.mark = call.mark
        let report = await commands.outcome(of: try await commands.send(order), within: call.wait ?? .seconds(5))
        await plane.audit(
            call, "approval.\(call.body["decision"]?.string ?? "")", on: approval.session,
            after: ["approval_id": .string(approval.id), "command_id": .string(report.id)])
        return try Self.answer(report, try await self.approval(call), wished, by: call.principal)
    }

    private static func answer(
        _ report: CommandReport, _ approval: Approval, _ wished: Approval.Status?, by principal: Principal
    ) throws -> HTTPReply {
        switch report.outcome.status {
        case .applied:
            var decided = approval
            if decided.status == .pending {
                decided.status = wished ?? .approved
                decided.decidedBy = principal.id
            }
            return HTTPReply(decided.json)
        case .accepted, .queued: throw Problem.unheld
        default:
            if approval.status != .pending { return try settled(approval, wished) }
            let reason = report.outcome.reason ?? report.outcome.status.rawValue
            throw Problem(.conflict, "The decision was not taken.", ["reason": .string(reason)])
        }
    }

    /// The same decision again is no conflict.
    private static func settled(_ approval: Approval, _ wished: Approval.Status?) throws(Problem) -> HTTPReply {
        guard approval.status == wished else {
            throw Problem(
                .alreadyDecided, "This question is not open any more.",
                [
                    "decision": .string(approval.status.rawValue),
                    "by": approval.decidedBy.map(JSON.string) ?? .null,
                ])
        }
        return HTTPReply(approval.json)
    }

    private static func status(of decision: String?) -> Approval.Status? {
        switch decision {
        case "approve": .approved
        case "edit": .edited
        case "reject": .rejected
        case "respond": .responded
        default: nil
        }
    }
}

extension Approval {
    fileprivate var json: JSON {
        [
            "id": .string(id), "session_id": .string(session), "tool": .string(tool), "args": arguments,
            "prompt": .string(prompt), "asked_at": .string(askedAt.moment),
            "deadline": deadline.map { .string($0.moment) } ?? .null, "status": .string(status.rawValue),
            "decided_by": decidedBy.map(JSON.string) ?? .null,
        ]
    }
}
