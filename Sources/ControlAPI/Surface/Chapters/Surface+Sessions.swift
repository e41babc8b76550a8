import Document
import Supervision

extension Surface {
    /// Sessions: beginning, finding, amending.
    static let sessions: [Operation] = [
        Operation(
            "createSession", .post, "/api/sessions", "Begin a session", in: "Sessions",
            for: .roles([.caller, .supervisor, .admin], grant: "session:create"),
            answers: [Operation.Answer(201, "The session", created)]
        ).taking(wish, isRequired: false).counted(.create).keyed().failing(.quota, .budgetExhausted),
        Operation(
            "listSessions", .get, "/api/sessions", "Sessions, the newest first", in: "Sessions",
            for: .overseers("session:read"),
            answers: [Operation.Answer(200, "A page", .page(of: .object(sessionFields), "sessions"))]
        ).reading(
            Operation.Parameter("status", in: .query, .text(oneOf: ["live", "ended"])),
            Operation.Parameter("owner", in: .query, .identifier), .from, .to,
            Operation.Parameter("q", in: .query, .text(upTo: 200)), .cursor, .limit),
        Operation(
            "getSession", .get, "/api/sessions/{session_id}", "One session, and who has the say in it", in: "Sessions",
            for: .roles([.caller, .operator, .supervisor, .admin], grant: "session:read"),
            answers: [Operation.Answer(200, "The session", .object(sessionFields + viewFields))]),
        Operation(
            "amendSession", .patch, "/api/sessions/{session_id}", "Change what people wrote on a session",
            in: "Sessions", for: .overseers("session:write"),
            answers: [Operation.Answer(200, "The session", .object(sessionFields + viewFields))]
        ).taking(
            .object([
                .optional("title", .text(upTo: 200)), .optional("tags", .list(of: .text(upTo: 64), count: 0...32)),
                .optional("notes", .text(upTo: 4_000).described("Added to the notes there are.")),
            ])
        ).counted(.write).keyed(),
    ]

    private static let wish = Schema.object([
        .optional("channel", .text(oneOf: ["voice", "chat"])), .optional("flow_id", .identifier),
        .optional("customer", .fields), .optional("metadata", .fields),
    ])

    private static let created = Schema.object([
        .required("session_id", .text), .required("channel", .text(oneOf: ["voice", "chat"])),
        .optional("room", .text), .required("websocket", .text), .required("created_at", .moment),
        .required("expires_at", .moment),
        .optional("token", .text(upTo: 8_000).described("Opens this session and nothing else, for an hour.")),
    ])

    private static let sessionFields: [SchemaField] = [
        .required("session_id", .text), .required("channel", .text(oneOf: ["voice", "chat"])),
        .required("status", .text(oneOf: ["live", "ended"])), .optional("room", .text),
        .required("started_at", .moment), .optional("ended_at", .moment), .optional("end_reason", .words),
        .required("turn_count", .count), .required("current_agent", .text), .optional("intent", .words),
        .optional("customer_name", .words), .required("mode", .text(oneOf: ["ai", "held", "human", "muted"])),
        .optional("title", .words), .required("tags", .list(of: .words)), .optional("owner", .text),
        .required("last_seq", .count),
    ]

    private static let viewFields: [SchemaField] = [
        .required("turn", .count), .optional("lease", lease), .required("supervisors", .list(of: presence)),
        .required("capabilities", .list(of: .text).described("What the one who asks may do here.")),
    ]

    /// Who has the say.
    static let lease = Schema.object([
        .required("holder", .text), .optional("name", .words), .required("expires_at", .moment),
        .optional("fence", .count),
    ])

    /// A supervisor on the line.
    static let presence = Schema.object([
        .required("attachment_id", .text), .required("principal", .text), .required("name", .words),
        .required("mode", .text(oneOf: ["monitor", "barge"])),
        .required("visibility", .text(oneOf: ["announced", "private"])),
    ])
}
