import Delivery
import Document
import Foundation
import HTTPTypes
import Store
import Supervision

extension Routes {
    /// Addresses that are told of events.
    func addWebhooks(to endpoints: inout Endpoints) {
        let database = plane.database
        endpoints.serve("listWebhooks") { call in
            let all = try await database.endpoints(of: call.principal.workspace)
            return HTTPReply(["webhooks": .array(all.map { .object($0.fields) })])
        }
        endpoints.serve("createWebhook") { call in
            let secret = WebhookSignature.newSecret()
            let endpoint = WebhookEndpoint(
                id: RandomID.make("whk"), workspace: call.principal.workspace, url: try url(try call.text("url")),
                types: try Self.types(call) ?? [], about: call.body["description"]?.string,
                keys: [.init(secret)], createdAt: call.now)
            try await database.save(endpoint)
            await plane.audit(call, "webhook.create", on: endpoint.id, after: .object(endpoint.fields))
            return HTTPReply(endpoint.revealing(secret), .created).at("/api/webhooks/\(endpoint.id)")
        }
        endpoints.serve("getWebhook") { call in HTTPReply(.object(try await webhook(call).fields)) }
        endpoints.serve("changeWebhook") { call in
            var endpoint = try await webhook(call)
            if let text = call.body["url"]?.string { endpoint.url = try url(text) }
            if let types = try Self.types(call) { endpoint.types = types }
            if let about = call.body["description"]?.string { endpoint.about = about }
            if let isEnabled = call.body["is_enabled"]?.bool { endpoint.isEnabled = isEnabled }
            try await database.save(endpoint)
            await plane.audit(call, "webhook.change", on: endpoint.id, after: .object(endpoint.fields))
            return HTTPReply(.object(endpoint.fields))
        }
        endpoints.serve("deleteWebhook") { call in
            let id = call["webhook_id"]
            guard try await database.removeEndpoint(id, of: call.principal.workspace) else { throw Problem.notFound }
            await plane.audit(call, "webhook.delete", on: id)
            return HTTPReply(.noContent)
        }
        addWebhookSecrets(to: &endpoints)
        addDeliveries(to: &endpoints)
    }

    private func addWebhookSecrets(to endpoints: inout Endpoints) {
        let database = plane.database
        endpoints.serve("rotateWebhookSecret") { call in
            var endpoint = try await webhook(call)
            let secret = WebhookSignature.newSecret()
            endpoint.rotate(to: secret, at: call.now)
            try await database.save(endpoint)
            await plane.audit(call, "webhook.rotate_secret", on: endpoint.id)
            return HTTPReply(endpoint.revealing(secret))
        }
    }

    private func addDeliveries(to endpoints: inout Endpoints) {
        let database = plane.database
        endpoints.serve("testWebhook") { call in
            let endpoint = try await webhook(call)
            let message = WebhookMessage(
                id: RandomID.make("msg"), session: "", type: .ping, at: call.now,
                data: ["webhook_id": .string(endpoint.id)])
            return HTTPReply(try await database.send(message, to: endpoint).json, .accepted)
        }
        endpoints.serve("listDeliveries") { call in
            let endpoint = try await webhook(call)
            let found = try await database.deliveries(
                to: endpoint.id, of: endpoint.workspace, limit: call.query["limit"]?.int ?? 50)
            return HTTPReply(["deliveries": .array(found.map(\.json))])
        }
        endpoints.serve("redeliver") { call in
            let again = try await database.redeliver(call["delivery_id"], of: call.principal.workspace, now: call.now)
            guard let again else { throw Problem.notFound }
            await plane.audit(call, "webhook.redeliver", on: again.id)
            return HTTPReply(again.json, .accepted)
        }
    }

    private func webhook(_ call: Call) async throws -> WebhookEndpoint {
        guard let endpoint = try await plane.database.endpoint(call["webhook_id"], of: call.principal.workspace) else {
            throw Problem.notFound
        }
        return endpoint
    }

    /// An address that may be sent to.
    private func url(_ text: String) throws(Problem) -> String {
        do throws(TargetPolicy.Refusal) {
            return try configuration.webhookTargets.target(text).url
        } catch {
            throw .invalid("/url", error.reason)
        }
    }

    private static func types(_ call: Call) throws(Problem) -> Set<String>? {
        guard let wanted = call.body["types"], !wanted.isNull else { return nil }
        let types = wanted.elements.compactMap(\.string)
        for (index, type) in types.enumerated() where WebhookType(rawValue: type) == nil {
            throw .invalid("/types/\(index)", "there is no type of event with this name")
        }
        return Set(types)
    }
}

extension WebhookEndpoint {
    /// As the API shows it: without its secrets.
    fileprivate var fields: [String: JSON] {
        [
            "id": .string(id), "url": .string(url), "types": .array(types.sorted().map(JSON.string)),
            "description": about.map(JSON.string) ?? .null, "is_enabled": .bool(isEnabled),
            "created_at": .string(createdAt.moment),
        ]
    }

    /// The one time that a secret is shown.
    fileprivate func revealing(_ secret: String) -> JSON {
        .object(fields.merging(["secret": .string(secret)]) { first, _ in first })
    }
}

extension WebhookDelivery {
    fileprivate var json: JSON {
        [
            "id": .string(id), "webhook_id": .string(endpoint), "event_id": .string(event), "type": .string(type),
            "status": .string(status.rawValue), "attempts": .int(attempts),
            "last_result": lastResult.map(JSON.string) ?? .null, "created_at": .string(createdAt.moment),
            "next_attempt_at": status == .pending ? .string(nextAt.moment) : .null,
        ]
    }
}
