import Document
import Supervision

extension Surface {
    /// Calls that go to a person.
    package static let handoff: [Operation] = [
        Operation(
            "requestHandoff", .post, "/api/handoff/request", "Ask for a person", in: "Handoff",
            for: .roles([.caller, .operator, .supervisor, .admin], grant: "handoff:request"),
            answers: [Operation.Answer(201, "It is queued", ticket)]
        ).taking(
            .object([
                .required("session_id", .identifier), .optional("reason", .text(upTo: 1_000)),
                .optional("priority", .text(oneOf: priorities)),
                .optional("skills", .list(of: .text(upTo: 64), count: 0...16)), .optional("blocking", .boolean),
            ])
        ).counted(.write).keyed().failing(.notFound, .sessionEnded, .conflict, .workerUnavailable),
        Operation(
            "listHandoffs", .get, "/api/handoff", "Calls that wait for a person, or have one", in: "Handoff",
            for: .roles([.operator, .supervisor, .admin], grant: "handoff:read"),
            answers: [Operation.Answer(200, "The handoffs", .object([.required("handoffs", .list(of: ticket))]))]
        ).reading(Operation.Parameter("status", in: .query, .text(oneOf: states))),
        Operation(
            "acceptHandoff", .post, "/api/handoff/accept", "Take a call", in: "Handoff",
            for: .roles([.operator, .supervisor, .admin], grant: "handoff:write"),
            answers: [Operation.Answer(200, "It is yours", ticket)]
        ).taking(.object([.required("handoff_id", .identifier)])).counted(.write).keyed()
            .failing(.notFound, .alreadyDecided, .conflict, .sessionEnded),
        Operation(
            "declineHandoff", .post, "/api/handoff/{handoff_id}/decline", "Leave a call to somebody else",
            in: "Handoff", for: .roles([.operator, .supervisor, .admin], grant: "handoff:write"),
            answers: [Operation.Answer(200, "It is offered to the next", ticket)]
        ).counted(.write).keyed().failing(.alreadyDecided, .conflict),
        Operation(
            "completeHandoff", .put, "/api/handoff/{handoff_id}/complete", "Say what came of a call", in: "Handoff",
            for: .roles([.operator, .supervisor, .admin], grant: "handoff:write"),
            answers: [Operation.Answer(200, "It is done", ticket)]
        ).taking(
            .object([
                .required("disposition", .text(upTo: 64)), .optional("notes", .text(upTo: 4_000)),
                .optional("follow_ups", .list(of: .text(upTo: 1_000), count: 0...32)),
            ])
        ).counted(.write).failing(.alreadyDecided, .conflict),
    ]

    private static let priorities = ["low", "normal", "high", "urgent"]
    private static let states = [
        "requested", "queued", "offered", "accepted", "bridging", "active", "wrap_up", "completed", "declined",
        "timeout", "callback_scheduled", "voicemail_note", "cancelled",
    ]

    private static let ticket = Schema.object([
        .required("handoff_id", .text), .required("session_id", .text), .required("status", .text(oneOf: states)),
        .optional("reason", .words), .required("priority", .text(oneOf: priorities)),
        .required("skills", .list(of: .text)), .optional("operator", .words), .required("requested_at", .moment),
        .optional("offered_at", .moment), .optional("accepted_at", .moment), .optional("completed_at", .moment),
        .optional("disposition", .words), .optional("notes", .words), .optional("follow_ups", .list(of: .words)),
    ])
}
