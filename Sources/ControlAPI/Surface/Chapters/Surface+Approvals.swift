import Document
import Supervision

extension Surface {
    /// Tools that wait for a person.
    static let approvals: [Operation] = [
        Operation(
            "listApprovals", .get, "/api/approvals", "Questions to people, the oldest first", in: "Approvals",
            for: .overseers("session:read"),
            answers: [
                Operation.Answer(200, "The questions", .object([.required("approvals", .list(of: approval))]))
            ]
        ).reading(
            Operation.Parameter("status", in: .query, .text(oneOf: Approval.Status.allCases.map(\.rawValue))),
            Operation.Parameter("session_id", in: .query, .identifier)),
        Operation(
            "getApproval", .get, "/api/approvals/{approval_id}", "One question", in: "Approvals",
            for: .overseers("session:read"), answers: [Operation.Answer(200, "The question", approval)]),
        Operation(
            "decideApproval", .post, "/api/approvals/{approval_id}/decision", "Decide", in: "Approvals",
            for: .overseers("approval:decide"), answers: [Operation.Answer(200, "The question, decided", approval)]
        ).taking(
            .object([
                .required("decision", .text(oneOf: ["approve", "edit", "reject", "respond"])),
                .optional("args", .fields.described("With `edit`: what the tool is called with instead.")),
                .optional("message", .text(upTo: 1_000).described("With `respond`: told instead of calling the tool.")),
            ])
        ).counted(.command).keyed(.required)
            .failing(.alreadyDecided, .sessionEnded, .conflict, .workerUnavailable, .degradedWrite),
    ]

    private static let approval = Schema.object([
        .required("id", .text), .required("session_id", .text), .required("tool", .text),
        .required("args", .anything), .required("prompt", .words), .required("asked_at", .moment),
        .optional("deadline", .moment),
        .required("status", .text(oneOf: Approval.Status.allCases.map(\.rawValue))), .optional("decided_by", .words),
    ])
}
