import Document
import Supervision

extension Surface {
    /// Talking with the agent.
    static let talk: [Operation] = [
        Operation(
            "chat", .post, "/api/chat", "Say something by typing", in: "Talking",
            for: .roles([.caller, .supervisor, .admin], grant: "chat:write"),
            answers: [Operation.Answer(200, "The agent's answer", answer)]
        ).taking(
            .object([
                .required("session_id", .text(upTo: 128)), .required("message", .text(upTo: 2_000)),
                .optional("client_message_id", .text(upTo: 128).described("Counts as `Idempotency-Key`.")),
                .optional(
                    "multitask",
                    .text(oneOf: ["enqueue", "reject"]).described("What to do while a turn is under way.")),
            ])
        ).counted(.chat).keyed().failing(.notFound, .sessionEnded, .conflict, .overloaded, .workerUnavailable),
        Operation(
            "createVoiceToken", .post, "/api/voice/token", "Get into a session's room with a microphone",
            in: "Talking", for: .roles([.caller, .operator, .supervisor, .admin], grant: "voice:token"),
            answers: [Operation.Answer(200, "A token for this room and nothing else", token)]
        ).taking(
            .object([
                .required("session_id", .text(upTo: 128)), .optional("participant", .text(upTo: 128)),
                .optional(
                    "recording_consent",
                    .boolean.described("The caller lets the call be recorded, where the service records calls at all.")),
            ])
        ).counted(.token).keyed().failing(.notFound, .sessionEnded, .workerUnavailable),
    ]

    private static let answer = Schema.object([
        .required("session_id", .text), .required("response", .words), .required("current_agent", .text),
        .optional("intent", .words), .required("confidence", .number), .optional("booking_slots", .fields),
        .optional("pending_tasks", .anything), .required("turn_count", .count),
    ])

    private static let token = Schema.object([
        .required("token", .text(upTo: 8_000)), .required("url", .text), .required("room", .text),
        .required("identity", .text), .required("expires_at", .moment),
    ])
}
