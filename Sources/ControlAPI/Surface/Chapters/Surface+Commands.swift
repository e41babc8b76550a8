import Document
import Supervision

extension Surface {
    /// Steering a live session.
    static let commands: [Operation] = [
        Operation(
            "createCommand", .post, "/api/sessions/{session_id}/commands", "Have something done in a live session",
            in: "Commands", for: .roles([.operator, .supervisor, .admin], grant: "command:write"),
            answers: [
                Operation.Answer(200, "What became of it, when it was waited for", command),
                Operation.Answer(202, "It is on its way", command),
            ]
        ).taking(wishes).reading(prefer, ifMatch).counted(.command).keyed(.required)
            .failing(.sessionEnded, .controlHeld, .staleTurn, .conflict, .workerUnavailable, .degradedWrite),
        Operation(
            "listCommands", .get, "/api/sessions/{session_id}/commands", "Every command of a session, the newest first",
            in: "Commands", for: .roles([.operator, .supervisor, .admin], grant: "session:read"),
            answers: [Operation.Answer(200, "A page", .page(of: command, "commands"))]
        ).reading(
            Operation.Parameter("status", in: .query, .text(oneOf: statuses)), .cursor, .limit),
        Operation(
            "getCommand", .get, "/api/sessions/{session_id}/commands/{command_id}", "What became of a command",
            in: "Commands", for: .roles([.operator, .supervisor, .admin], grant: "session:read"),
            answers: [Operation.Answer(200, "The command", command)]),
        Operation(
            "cancelCommand", .delete, "/api/sessions/{session_id}/commands/{command_id}",
            "Take a command back that has not been applied", in: "Commands",
            for: .roles([.operator, .supervisor, .admin], grant: "command:write"),
            answers: [Operation.Answer(200, "The command, as it ended", command)]
        ).counted(.command).failing(.sessionEnded, .conflict, .workerUnavailable, .degradedWrite),
    ]

    /// What a command may ask for, by its `type`.
    private static let wishes = Schema(.either(Command.Body.schemas.map { $0.schema.described($0.summary) }))

    private static let statuses = CommandOutcome.Status.allCases.map(\.rawValue)

    /// `Prefer: wait=5` (RFC 7240 §4.3).
    static let prefer = Operation.Parameter(
        "Prefer", in: .header, .text(upTo: 200).described("`wait=5` answers with the outcome, if it comes in 5 s."))

    private static let ifMatch = Operation.Parameter(
        "If-Match", in: .header,
        .text(upTo: 100).described("`\"turn-17\"` or `\"seq-412\"`: only while the conversation is there."))

    /// A command as far as it has come.
    static let command = Schema.object([
        .required("command_id", .text), .required("session_id", .text), .required("type", .text),
        .required("status", .text(oneOf: statuses)), .optional("reason", .words), .optional("turn", .count),
        .optional("effect", .words), .optional("heard", .words), .optional("related", .list(of: .text)),
        .optional("by", .fields), .required("created_at", .moment), .optional("finished_at", .moment),
        .optional("seq", .count.described("Of the event that tells this in the session's log.")),
    ])
}
