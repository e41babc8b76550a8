import Access
import Document
import Foundation
import HTTPTypes
import Store
import Supervision

extension Routes {
    /// Users and keys.
    func addPeople(to endpoints: inout Endpoints) {
        let gatekeeper = plane.gatekeeper
        endpoints.serve("listUsers") { call in
            let users = try await gatekeeper.users(in: call.principal.workspace)
            return HTTPReply(["users": .array(users.map(\.json))])
        }
        endpoints.serve("createUser") { call in
            var wish = try UserWish(
                email: EmailAddress(try call.text("email")), name: try call.text("name"),
                role: Self.role(call) ?? .operator, password: Redacted(call.body["password"]?.string ?? ""))
            wish.skills = Self.texts("skills", call) ?? []
            let user = try await gatekeeper.addUser(wish, by: call.author)
            return HTTPReply(user.json, .created).at("/api/users/\(user.id)")
        }
        endpoints.serve("getUser") { call in
            HTTPReply(try await gatekeeper.user(call["user_id"], in: call.principal.workspace).json)
        }
        endpoints.serve("changeUser") { call in
            var change = UserChange()
            change.name = call.body["name"]?.string
            change.role = Self.role(call)
            change.isActive = call.body["is_active"]?.bool
            change.skills = Self.texts("skills", call)
            let user = try await gatekeeper.changeUser(
                call["user_id"], change, password: call.body["password"]?.string.map { Redacted($0) }, by: call.author)
            return HTTPReply(user.json)
        }
        endpoints.serve("deleteUser") { call in
            try await gatekeeper.removeUser(call["user_id"], by: call.author)
            return HTTPReply(.noContent)
        }
        addKeys(to: &endpoints)
    }

    private func addKeys(to endpoints: inout Endpoints) {
        let gatekeeper = plane.gatekeeper
        endpoints.serve("listKeys") { call in
            let keys = try await gatekeeper.keys(in: call.principal.workspace)
            return HTTPReply(["api_keys": .array(keys.filter { $0.revokedAt == nil }.map { .object($0.fields) })])
        }
        endpoints.serve("createKey") { call in
            var wish = APIKeyWish(name: try call.text("name"), role: Self.role(call) ?? .supervisor)
            wish.owner = call.body["owner"]?.string
            wish.isPublishable = call.body["is_publishable"]?.bool ?? false
            wish.scopes = Self.texts("grants", call).map(Set.init)
            wish.origins = Set(Self.texts("origins", call) ?? [])
            wish.expiresAt = call.body["expires_at"]?.string.flatMap(Date.init(moment:))
            let made = try await gatekeeper.makeKey(wish, by: call.author)
            let secret: [String: JSON] = ["secret": .string(made.secret.revealed)]
            return HTTPReply(.object(made.key.fields.merging(secret) { first, _ in first }), .created)
                .at("/api/api-keys/\(made.key.id)")
        }
        endpoints.serve("revokeKey") { call in
            try await gatekeeper.revokeKey(call["key_id"], by: call.author)
            return HTTPReply(.noContent)
        }
    }

    private static func role(_ call: Call) -> Role? { call.body["role"]?.string.flatMap(Role.init) }

    private static func texts(_ key: String, _ call: Call) -> [String]? {
        call.body[key].flatMap { $0.isNull ? nil : $0.elements.compactMap(\.string) }
    }
}

extension User {
    /// As the API shows it.
    var json: JSON {
        [
            "id": .string(id), "email": .string(email), "name": .string(name), "role": .string(role.rawValue),
            "is_active": .bool(isActive), "created_at": .string(createdAt.moment),
            "skills": .array(skills.map(JSON.string)), "status": .string(status.rawValue),
        ]
    }
}

extension APIKey {
    /// As the API shows it: without its secret, of which nobody knows more than a digest.
    fileprivate var fields: [String: JSON] {
        [
            "id": .string(id), "name": .string(name), "role": .string(role.rawValue),
            "owner": owner.map(JSON.string) ?? .null,
            "grants": scopes.map { .array($0.sorted().map(JSON.string)) } ?? .null,
            "is_publishable": .bool(isPublishable), "origins": .array(origins.sorted().map(JSON.string)),
            "created_at": .string(createdAt.moment), "expires_at": expiresAt.map { .string($0.moment) } ?? .null,
            "last_used_at": lastUsedAt.map { .string($0.moment) } ?? .null,
        ]
    }
}
