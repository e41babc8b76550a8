import Document

extension Surface {
    /// Whether it lives, is ready, and how it does.
    static let health: [Operation] = [
        Operation(
            "health", .get, "/health", "How the parts of the server are", in: "Health", for: .open,
            answers: [
                Operation.Answer(200, "Healthy, or degraded", healthReport),
                Operation.Answer(503, "Unhealthy", healthReport),
            ]
        ).counted(.none),
        Operation(
            "livez", .get, "/livez", "Whether the process answers at all", in: "Health", for: .open,
            answers: [Operation.Answer(200, "It does", .object([.required("status", .text(oneOf: ["alive"]))]))]
        ).counted(.none),
        Operation(
            "readyz", .get, "/readyz", "Whether calls and requests may be sent here", in: "Health", for: .open,
            answers: [
                Operation.Answer(200, "They may", readiness), Operation.Answer(503, "They may not now", readiness),
            ]
        ).counted(.none),
        Operation(
            "metrics", .get, "/metrics", "Measurements in Prometheus' text format", in: "Health", for: .signed,
            answers: [
                Operation.Answer(200, "The measurements", mediaType: "text/plain; version=0.0.4; charset=utf-8")
            ]
        ).counted(.none),
    ]

    private static let grade = Schema.text(oneOf: ["healthy", "degraded", "unhealthy"])
    private static let link = Schema.text(oneOf: ["connected", "disconnected", "not_configured"])

    private static let healthReport = Schema.object([
        .required("status", grade), .required("database", link), .required("livekit", link),
        .required("redis", link),
        .required("ai_services", .map(of: .text(oneOf: ["healthy", "degraded", "open"]))),
        .required(
            "workers",
            .object([.required("alive", .count), .required("capacity", .count), .required("active", .count)])),
        .required("sessions", .count), .required("version", .text),
    ])

    private static let readiness = Schema.object([
        .required("status", .text(oneOf: ["ready", "not_ready"])), .required("checks", .map(of: .boolean)),
    ])
}
