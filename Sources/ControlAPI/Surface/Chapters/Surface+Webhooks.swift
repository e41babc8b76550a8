import Document
import Supervision

extension Surface {
    /// Events on their way to other programs.
    package static let webhooks: [Operation] = [
        Operation(
            "listWebhooks", .get, "/api/webhooks", "Every address that is told", in: "Webhooks",
            for: .admins("webhook:admin"),
            answers: [Operation.Answer(200, "The addresses", .object([.required("webhooks", .list(of: endpoint))]))]),
        Operation(
            "createWebhook", .post, "/api/webhooks", "Tell an address; the secret is shown this once", in: "Webhooks",
            for: .admins("webhook:admin"), answers: [Operation.Answer(201, "The address and its secret", secretive)]
        ).taking(
            .object([
                .required("url", .text(upTo: 2_000)), .optional("types", types),
                .optional("description", .text(upTo: 200)),
            ])
        ).counted(.write).keyed(),
        Operation(
            "getWebhook", .get, "/api/webhooks/{webhook_id}", "One address", in: "Webhooks",
            for: .admins("webhook:admin"), answers: [Operation.Answer(200, "The address", endpoint)]),
        Operation(
            "changeWebhook", .patch, "/api/webhooks/{webhook_id}", "Change an address", in: "Webhooks",
            for: .admins("webhook:admin"), answers: [Operation.Answer(200, "The address", endpoint)]
        ).taking(
            .object([
                .optional("url", .text(upTo: 2_000)), .optional("types", types),
                .optional("description", .text(upTo: 200)), .optional("is_enabled", .boolean),
            ])
        ).counted(.write).keyed(),
        Operation(
            "deleteWebhook", .delete, "/api/webhooks/{webhook_id}", "Tell an address no more", in: "Webhooks",
            for: .admins("webhook:admin"), answers: [Operation.Answer(204, "Removed")]
        ).counted(.write),
        Operation(
            "testWebhook", .post, "/api/webhooks/{webhook_id}/test", "Send a trial event", in: "Webhooks",
            for: .admins("webhook:admin"), answers: [Operation.Answer(202, "It is on its way", delivery)]
        ).counted(.write).keyed(),
        Operation(
            "rotateWebhookSecret", .post, "/api/webhooks/{webhook_id}/rotate-secret",
            "A new secret; both sign for 24 hours", in: "Webhooks", for: .admins("webhook:admin"),
            answers: [Operation.Answer(200, "The address and its new secret", secretive)]
        ).counted(.write).keyed(),
        Operation(
            "listDeliveries", .get, "/api/webhooks/{webhook_id}/deliveries", "What was sent, the newest first",
            in: "Webhooks", for: .admins("webhook:admin"),
            answers: [Operation.Answer(200, "The newest", .object([.required("deliveries", .list(of: delivery))]))]
        ).reading(.limit),
        Operation(
            "redeliver", .post, "/api/webhooks/deliveries/{delivery_id}/redeliver", "Send it again", in: "Webhooks",
            for: .admins("webhook:admin"), answers: [Operation.Answer(202, "It is on its way", delivery)]
        ).counted(.write).keyed(),
    ]

    private static let types = Schema.list(of: .text(upTo: 64), count: 0...64)

    private static let endpointFields: [SchemaField] = [
        .required("id", .text), .required("url", .text), .required("types", .list(of: .text)),
        .optional("description", .words), .required("is_enabled", .boolean), .required("created_at", .moment),
    ]
    private static let endpoint = Schema.object(endpointFields)
    private static let secretive = Schema.object(endpointFields + [.required("secret", .text)])

    private static let delivery = Schema.object([
        .required("id", .text), .required("webhook_id", .text), .required("event_id", .text), .required("type", .text),
        .required("status", .text(oneOf: ["pending", "delivered", "dead"])), .required("attempts", .count),
        .optional("last_result", .words), .required("created_at", .moment), .optional("next_attempt_at", .moment),
    ])
}
