import Document
package import FoundationEssentials
import SQL
import Supervision

extension Database {
    /// Keeps a key by the digest of its secret. Throws `notFound` for an owner who does not exist.
    package func add(_ key: APIKey, hash: String) async throws(StoreError) {
        try Input.check(key.name, "name", limit: 200)
        try await writing { transaction in
            if let owner = key.owner {
                let known = try transaction.first(
                    "SELECT id FROM users WHERE workspace_id = ? AND id = ?", [key.workspace, owner])
                if known == nil { throw StoreError.notFound("owner") }
            }
            try transaction.execute(
                """
                INSERT INTO api_keys (workspace_id, id, hash, name, role, owner_id, is_publishable, scopes, origins,
                created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    key.workspace, key.id, hash, key.name, key.role.rawValue, key.owner, key.isPublishable,
                    key.scopes.map { StoredList.text($0.sorted()) }, StoredList.text(key.origins.sorted()),
                    Moment.milliseconds(key.createdAt), key.expiresAt.map(Moment.milliseconds),
                ])
        }
    }

    /// The key whose secret has this digest, revoked and expired ones too; `nil` when nobody has it, or when its owner is not
    /// active.
    package func apiKey(hash: String) async throws(StoreError) -> APIKey? {
        try await reading { transaction in
            try transaction.first(
                """
                SELECT api_keys.* FROM api_keys LEFT JOIN users ON users.id = api_keys.owner_id
                WHERE hash = ? AND (owner_id IS NULL OR is_active)
                """, [hash]
            ).map { try APIKey(row: $0) }
        }
    }

    /// The key of an id, as `apiKey(hash:)`.
    package func apiKey(_ id: String, in workspace: String) async throws(StoreError) -> APIKey? {
        try await reading { transaction in
            try transaction.first(
                """
                SELECT api_keys.* FROM api_keys LEFT JOIN users ON users.id = api_keys.owner_id
                WHERE api_keys.workspace_id = ? AND api_keys.id = ? AND (owner_id IS NULL OR is_active)
                """, [workspace, id]
            ).map { try APIKey(row: $0) }
        }
    }

    /// The keys of a workspace, oldest first, at most a thousand.
    package func apiKeys(in workspace: String) async throws(StoreError) -> [APIKey] {
        try await reading { transaction in
            try transaction.query(
                "SELECT * FROM api_keys WHERE workspace_id = ? ORDER BY created_at, id LIMIT 1000", [workspace]
            ).map { try APIKey(row: $0) }
        }
    }

    /// Writes down that a key was used, at most once a minute.
    package func noteUse(of key: APIKey, now: Date) async throws(StoreError) {
        let minute = Moment.milliseconds(now) - 60_000
        guard key.lastUsedAt.map({ Moment.milliseconds($0) <= minute }) ?? true else { return }
        try await writing { transaction in
            try transaction.execute(
                "UPDATE api_keys SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)",
                [Moment.milliseconds(now), key.id, minute])
        }
    }

    /// Makes a key open nothing any more; once is enough. Throws `notFound`.
    package func revokeKey(_ id: String, in workspace: String, now: Date) async throws(StoreError) {
        try await writing { transaction in
            let changed = try transaction.execute(
                "UPDATE api_keys SET revoked_at = COALESCE(revoked_at, ?) WHERE workspace_id = ? AND id = ?",
                [Moment.milliseconds(now), workspace, id])
            if changed == 0 { throw StoreError.notFound("key") }
        }
    }
}

extension APIKey {
    fileprivate init(row: SQLRow) throws {
        guard let role = Role(rawValue: try row["role"]) else { throw StoreError.corrupt("a key") }
        id = try row["id"]
        workspace = try row["workspace_id"]
        name = try row["name"]
        self.role = role
        owner = try row["owner_id"]
        isPublishable = try row["is_publishable"]
        let scopes: String? = try row["scopes"]
        self.scopes = try scopes.map { Set(try StoredList.read($0)) }
        origins = Set(try StoredList.read(try row["origins"]))
        createdAt = Moment.date(try row["created_at"])
        let (expiry, use, end): (Int?, Int?, Int?) = (
            try row["expires_at"], try row["last_used_at"], try row["revoked_at"]
        )
        expiresAt = expiry.map(Moment.date)
        lastUsedAt = use.map(Moment.date)
        revokedAt = end.map(Moment.date)
    }
}
