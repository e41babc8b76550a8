import Document
import FoundationEssentials
package import Store
import Supervision

extension Gatekeeper {
    /// Whoever a key stands for. A publishable one opens nothing from origins it was not made for.
    func admit(_ secret: String, _ kind: APIKeySecret.Kind, origin: String?) async throws(AccessError) -> Admission {
        let now = clock()
        let key = try await asking { () async throws(StoreError) in
            try await database.apiKey(hash: OpaqueSecret.digest(secret))
        }
        guard let key, key.isPublishable == (kind == .publishable) else { throw .unauthenticated(.unknownKey) }
        if key.revokedAt != nil { throw .unauthenticated(.revoked) }
        guard key.isValid(now: now) else { throw .unauthenticated(.expired) }
        if key.isPublishable, origin.map({ !key.origins.contains($0.lowercased()) }) ?? true {
            throw .forbidden("this key from this origin")
        }
        // That it was used is worth knowing, not worth failing for.
        try? await database.noteUse(of: key, now: now)
        var principal = Principal(
            id: key.id, role: key.role, name: key.name, workspace: key.workspace, grants: key.scopes)
        principal.supervisor = key.owner
        return Admission(principal, by: .key(id: key.id), until: key.expiresAt)
    }

    /// Makes a key. Throws `invalid` for scopes nobody knows, `notFound` for an owner who does not exist.
    package func makeKey(_ wish: APIKeyWish, by author: Author) async throws(AccessError) -> NewAPIKey {
        guard !wish.name.isEmpty else { throw .invalid("name of a key") }
        if let unknown = wish.scopes?.first(where: { Permission(rawValue: $0) == nil }) {
            throw .invalid("scope \(unknown.prefix(64))")
        }
        guard wish.isPublishable || wish.role != .caller else { throw .invalid("role of a key") }
        guard wish.owner == nil || wish.role == .supervisor else {
            throw .invalid("owner of a key that is no supervisor's")
        }
        guard !wish.isPublishable || !wish.origins.isEmpty else { throw .invalid("key without an origin") }
        var wish = wish
        wish.origins = Set(wish.origins.map { $0.lowercased() })
        let key = APIKey(wish, in: author.workspace, now: clock())
        let secret = APIKeySecret.make(key.isPublishable ? .publishable : .live)
        try await asking { () async throws(StoreError) in
            try await database.add(key, hash: OpaqueSecret.digest(secret))
        }
        let scopes: JSON = key.scopes.map { .array($0.sorted().map(JSON.string)) } ?? .null
        try await record(
            "key.created", key.id, by: author,
            after: ["name": .string(key.name), "role": .string(key.role.rawValue), "scopes": scopes])
        return NewAPIKey(key: key, secret: Redacted(secret))
    }

    package func keys(in workspace: String = Workspace.first) async throws(AccessError) -> [APIKey] {
        try await asking { () async throws(StoreError) in try await database.apiKeys(in: workspace) }
    }

    /// Throws `notFound`.
    package func revokeKey(_ id: String, by author: Author) async throws(AccessError) {
        try await asking { () async throws(StoreError) in
            try await database.revokeKey(id, in: author.workspace, now: clock())
        }
        standings.forget()
        try await record("key.revoked", id, by: author)
    }
}
