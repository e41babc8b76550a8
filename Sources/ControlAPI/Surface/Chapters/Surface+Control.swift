import Document
import Supervision

extension Surface {
    /// Who has the say, and who listens.
    static let control: [Operation] = [
        Operation(
            "acquireLease", .put, "/api/sessions/{session_id}/control-lease", "Take the say, or keep it",
            in: "Control", for: .roles([.operator, .supervisor, .admin], grant: "command:write"),
            answers: [Operation.Answer(200, "It is yours", lease)]
        ).taking(
            .object([
                .optional("ttl_s", .integer(5...300).described("Seconds until it ends unless it is kept.")),
                .optional("steal", .boolean.described("Takes it from whoever has it; for admins.")),
            ]), isRequired: false
        ).counted(.command).failing(.sessionEnded, .controlHeld, .workerUnavailable, .degradedWrite),
        Operation(
            "releaseLease", .delete, "/api/sessions/{session_id}/control-lease", "Give the say back", in: "Control",
            for: .roles([.operator, .supervisor, .admin], grant: "command:write"),
            answers: [Operation.Answer(204, "You do not have it")]
        ).counted(.command).failing(.sessionEnded, .workerUnavailable, .degradedWrite),
        Operation(
            "attach", .post, "/api/sessions/{session_id}/supervisors", "Listen to a call, or get ready to speak in it",
            in: "Control", for: .roles([.operator, .supervisor, .admin], grant: "audio:attach"),
            answers: [Operation.Answer(201, "A token for the caller's room", attachment)]
        ).taking(wish(isModeRequired: true)).counted(.token).keyed().failing(.sessionEnded, .workerUnavailable),
        Operation(
            "changeAttachment", .patch, "/api/sessions/{session_id}/supervisors/{attachment_id}",
            "Speak instead of listening, or the other way round", in: "Control",
            for: .roles([.operator, .supervisor, .admin], grant: "audio:attach"),
            answers: [Operation.Answer(200, "A new token; join again with it", attachment)]
        ).taking(wish(isModeRequired: false)).counted(.token).keyed().failing(.sessionEnded, .workerUnavailable),
        Operation(
            "detach", .delete, "/api/sessions/{session_id}/supervisors/{attachment_id}", "Leave a call",
            in: "Control", for: .roles([.operator, .supervisor, .admin], grant: "audio:attach"),
            answers: [Operation.Answer(204, "You are out")]
        ).counted(.write),
    ]

    private static func wish(isModeRequired: Bool) -> Schema {
        let mode = Schema.text(oneOf: ["monitor", "barge"])
        return .object([
            isModeRequired ? .required("mode", mode) : .optional("mode", mode),
            .optional("visibility", .text(oneOf: ["announced", "private"])),
        ])
    }

    private static let attachment = Schema.object([
        .required("attachment_id", .text), .required("mode", .text(oneOf: ["monitor", "barge"])),
        .required("visibility", .text(oneOf: ["announced", "private"])),
        .required(
            "livekit",
            .object([
                .required("url", .text), .required("token", .text(upTo: 8_000)), .required("room", .text),
                .required("identity", .text), .required("expires_at", .moment),
            ])),
    ])
}
