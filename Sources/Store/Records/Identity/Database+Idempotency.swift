import Supervision
import Document
package import FoundationEssentials
import SQL

extension Database {
    /// Answers are kept this long.
    package static let idempotencyLifetime: TimeInterval = 24 * 60 * 60
    /// Who has not finished by then is taken for dead.
    package static let idempotencyPatience: TimeInterval = 60

    /// Asks what to do with a request; of several that come at once, one is `new`. Throws `invalid` for a key that is too long.
    package func begin(_ request: IdempotentRequest, now: Date) async throws(StoreError) -> IdempotencyVerdict {
        guard !request.key.isEmpty else { throw .invalid("key of a request") }
        try Input.check(request.key, "key of a request", limit: 255)
        let attempt = RandomID.make("try")
        return try await writing { transaction in
            try transaction.claim(request, attempt: attempt, now: Moment.milliseconds(now))
        }
    }

    /// Keeps the answer of an attempt, unless another has taken its place.
    package func finish(
        _ request: IdempotentRequest, attempt: String, with response: StoredResponse
    ) async throws(StoreError) {
        guard let text = try? JSON(encoding: response).text else { throw .invalid("response") }
        try await writing { transaction in
            try transaction.execute(
                "UPDATE idempotency_keys SET response = ? WHERE \(IdempotentRequest.condition) AND attempt = ?",
                [text] + request.place + [attempt])
        }
    }

    /// Forgets an attempt that came to nothing, so that the request can be made again.
    package func abandon(_ request: IdempotentRequest, attempt: String) async throws(StoreError) {
        try await writing { transaction in
            try transaction.execute(
                """
                DELETE FROM idempotency_keys WHERE \(IdempotentRequest.condition) AND attempt = ? AND response IS NULL
                """, request.place + [attempt])
        }
    }
}

extension IdempotentRequest {
    fileprivate static let condition = "workspace_id = ? AND principal = ? AND route = ? AND key = ?"
    fileprivate var place: [(any SQLConvertible)?] { [workspace, principal, route, key] }
}

extension SQLTransaction {
    fileprivate func claim(_ request: IdempotentRequest, attempt: String, now: Int) throws -> IdempotencyVerdict {
        let (patience, lifetime) = (Int(Database.idempotencyPatience) * 1000, Int(Database.idempotencyLifetime) * 1000)
        // Whoever comes second waits here for the first one's commit, and then sees its row.
        let begun = try execute(
            """
            INSERT INTO idempotency_keys (workspace_id, principal, route, key, fingerprint, attempt, begun_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (workspace_id, principal, route, key) DO UPDATE
            SET fingerprint = excluded.fingerprint, attempt = excluded.attempt, response = NULL,
            begun_at = excluded.begun_at, expires_at = excluded.expires_at
            WHERE idempotency_keys.expires_at <= ? OR (idempotency_keys.response IS NULL
            AND idempotency_keys.begun_at <= ? AND idempotency_keys.fingerprint = excluded.fingerprint)
            """, request.place + [request.fingerprint, attempt, now, now + lifetime, now, now - patience])
        guard begun == 0 else { return .new(attempt: attempt) }
        let row = try first("SELECT * FROM idempotency_keys WHERE \(IdempotentRequest.condition)", request.place)
        guard let row else { return .inProgress }
        guard try row["fingerprint"] == request.fingerprint else { return .mismatch }
        guard let text: String = try row["response"] else { return .inProgress }
        guard let response = try? JSON(parsing: text).decoded(as: StoredResponse.self) else {
            throw StoreError.corrupt("an answer that was kept")
        }
        return .replay(response)
    }
}
