import Conversation
import Document
import HTTPTypes
import Host
import Store
import Supervision
import Surface

extension Routes {
    /// Calls that go to a person.
    func addHandoff(to endpoints: inout Endpoints) {
        let office = plane.office
        endpoints.serve("requestHandoff") { call in
            let record = try await sessions.live(try call.text("session_id"), in: call.scope)
            let skills = call.body["skills"]?.elements.compactMap(\.string) ?? []
            let priority = call.body["priority"]?.string.flatMap(Handoff.Priority.init) ?? .normal
            let request = HandoffRequest(
                session: record.summary.id, target: .queue(skills: skills),
                reason: call.body["reason"]?.string ?? "requested", priority: priority.rawValue,
                isBlocking: call.body["blocking"]?.bool ?? false, command: RandomID.make("cmd"))
            let handoff = try await office.enter(request, in: record.ownership.workspace)
            await plane.audit(call, "handoff.request", on: handoff.id)
            return HTTPReply(handoff.json, .created)
        }
        endpoints.serve("listHandoffs") { call in
            let state = call.query["status"]?.string.flatMap(Handoff.State.init)
            let found = try await office.handoffs(in: call.principal.workspace, state: state)
            return HTTPReply(["handoffs": .array(found.filter { $0.concerns(call.principal) }.map(\.json))])
        }
        endpoints.serve("acceptHandoff") { call in
            try await step(call, "handoff.accept") { try await office.accept(try call.text("handoff_id"), by: $0) }
        }
        endpoints.serve("declineHandoff") { call in
            try await step(call, "handoff.decline") { try await office.decline(call["handoff_id"], by: $0) }
        }
        endpoints.serve("completeHandoff") { call in
            let disposition = Disposition(try call.text("disposition"))
            let followUps = call.body["follow_ups"]?.elements.compactMap(\.string) ?? []
            return try await step(call, "handoff.complete") {
                try await office.complete(
                    call["handoff_id"], by: $0,
                    HandoffClosing(disposition, notes: call.body["notes"]?.string, followUps: followUps))
            }
        }
    }

    private func step(
        _ call: Call, _ action: String, _ body: (Principal) async throws -> Handoff?
    ) async throws -> HTTPReply {
        do {
            guard let handoff = try await body(call.principal) else { throw Problem.notFound }
            await plane.audit(call, action, on: handoff.id)
            return HTTPReply(handoff.json)
        } catch let error as HandoffError {
            throw Problem(error)
        }
    }
}

extension Handoff {
    /// Whether somebody may see it: an operator sees what they could take and what is theirs.
    fileprivate func concerns(_ principal: Principal) -> Bool {
        guard principal.role == .operator else { return true }
        return `operator` == nil || `operator` == principal.id
    }
}

extension Problem {
    fileprivate init(_ error: HandoffError) {
        self =
            switch error {
            case .taken(let holder):
                Problem(.alreadyDecided, "Somebody else has this call.", ["by": .string(holder)])
            case .conflict, .impossible: Problem(.conflict, "This call is beyond that: \(error).")
            case .unsuitable: Problem(.forbidden, "This call is for somebody else.")
            }
    }
}
