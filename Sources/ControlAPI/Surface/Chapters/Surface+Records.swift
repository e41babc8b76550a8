import Document
import Supervision

extension Surface {
    /// What is kept of a session.
    static let records: [Operation] = [
        Operation(
            "getState", .get, "/api/sessions/{session_id}/state",
            "The conversation's state; callers see what they told",
            in: "Records", for: .roles([.caller, .supervisor, .admin], grant: "session:read"),
            answers: [Operation.Answer(200, "The state", .fields)]),
        Operation(
            "listEvents", .get, "/api/sessions/{session_id}/events", "The session's log, the oldest first",
            in: "Records", for: .overseers("session:read"),
            answers: [Operation.Answer(200, "A page of the log", eventPage)]
        ).reading(
            Operation.Parameter("after", in: .query, .count),
            Operation.Parameter("types", in: .query, .text(upTo: 1_000).described("With commas between.")), .limit
        ).failing(.cursorExpired),
        Operation(
            "getTranscript", .get, "/api/sessions/{session_id}/transcript", "What was said, as it was heard",
            in: "Records", for: .roles([.caller, .supervisor, .admin], grant: "session:read"),
            answers: [
                Operation.Answer(200, "The transcript", transcript),
                Operation.Answer(200, "The transcript as WebVTT", mediaType: "text/vtt; charset=utf-8"),
                Operation.Answer(200, "The transcript as text", mediaType: "text/plain; charset=utf-8"),
            ]
        ).reading(Operation.Parameter("format", in: .query, .text(oneOf: ["json", "vtt", "txt"]))),
        Operation(
            "listCheckpoints", .get, "/api/sessions/{session_id}/checkpoints", "Where the conversation was kept",
            in: "Records", for: .admins("session:read"),
            answers: [
                Operation.Answer(200, "The checkpoints", .object([.required("checkpoints", .list(of: checkpoint))]))
            ]
        ).reading(.limit),
        Operation(
            "listTasks", .get, "/api/sessions/{session_id}/tasks", "The background tasks of a session", in: "Records",
            for: .overseers("session:read"),
            answers: [Operation.Answer(200, "The tasks", .object([.required("tasks", .list(of: .fields))]))]),
        Operation(
            "listNotifications", .get, "/api/sessions/{session_id}/notifications", "The news of a session",
            in: "Records", for: .overseers("session:read"),
            answers: [
                Operation.Answer(200, "The news", .object([.required("notifications", .list(of: notification))]))
            ]),
        Operation(
            "acknowledgeNotification", .post, "/api/sessions/{session_id}/notifications/{notification_id}/ack",
            "Say that somebody saw to it", in: "Records", for: .overseers("session:write"),
            answers: [Operation.Answer(200, "The news", notification)]
        ).counted(.write).keyed(),
    ]

    private static let eventPage = Schema.object([
        .required("events", .list(of: .fields.described("A frame of the extended profile: with seq, ts and id."))),
        .required("last_seq", .count), .required("oldest_seq", .count),
        .optional("next_after", .count.described("Ask again with it as `after`; missing at the end of the log.")),
    ])

    private static let transcript = Schema.object([
        .required("session_id", .text),
        .required(
            "utterances",
            .list(
                of: .object([
                    .required("seq", .count), .required("at", .moment),
                    .required("role", .text(oneOf: ["user", "assistant", "supervisor"])),
                    .required("text", .words.described("What was heard.")), .optional("planned", .words),
                    .optional("agent_type", .words), .optional("source", .words), .optional("turn", .count),
                ]))),
    ])

    private static let checkpoint = Schema.object([
        .required("sequence", .count), .optional("parent", .count), .required("at", .moment),
        .required("label", .words), .required("bytes", .count),
    ])

    private static let notification = Schema.object([
        .required("notification_id", .text), .required("message", .words), .required("priority", .words),
        .required("at", .moment), .optional("acknowledged_by", .words), .optional("acknowledged_at", .moment),
    ])
}
