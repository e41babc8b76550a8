import Document
import Supervision

extension Surface {
    /// Who did what, and the machines.
    static let oversight: [Operation] = [
        Operation(
            "listAudit", .get, "/api/audit", "Who did what, the newest first", in: "Oversight",
            for: .admins("audit:read"), answers: [Operation.Answer(200, "A page", .page(of: entry, "entries"))]
        ).reading(
            Operation.Parameter("actor", in: .query, .identifier),
            Operation.Parameter("action", in: .query, .text(upTo: 64)),
            Operation.Parameter("target", in: .query, .identifier), .from, .to, .cursor, .limit),
        Operation(
            "listWorkers", .get, "/api/workers", "The voice workers", in: "Oversight", for: .admins("worker:admin"),
            answers: [Operation.Answer(200, "The workers", .object([.required("workers", .list(of: worker))]))]),
        Operation(
            "drainWorker", .post, "/api/workers/{worker_id}/drain", "Give a worker no new calls", in: "Oversight",
            for: .admins("worker:admin"), answers: [Operation.Answer(202, "It finishes the calls it has", worker)]
        ).counted(.write).keyed(),
    ]

    private static let entry = Schema.object([
        .required("seq", .count), .required("at", .moment), .required("actor", .words), .required("action", .text),
        .required("target", .words), .optional("before", .anything), .optional("after", .anything),
        .optional("request_id", .words), .required("prev_hash", .words), .required("hash", .text),
    ])

    private static let worker = Schema.object([
        .required("id", .text), .required("state", .text(oneOf: ["serving", "draining"])),
        .required("capacity", .count), .required("active", .count), .required("load", .number(0...1)),
    ])
}
