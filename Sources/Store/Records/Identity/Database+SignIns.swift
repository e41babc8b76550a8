package import FoundationEssentials
import SQL

extension Database {
    /// Begins a sign-in: a family of refresh tokens, each good for once, known by their digests.
    package func begin(_ signIn: SignIn, of user: User) async throws(StoreError) {
        try await writing { transaction in
            let begun = Moment.milliseconds(signIn.begunAt)
            try transaction.execute(
                """
                INSERT INTO sign_ins (workspace_id, family, user_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?)
                """, [user.workspace, signIn.family, user.id, begun, Moment.milliseconds(signIn.expiresAt)])
            try transaction.insertRefresh(
                signIn.tokenHash, family: signIn.family, workspace: user.workspace, now: begun)
        }
    }

    /// Takes a refresh token and writes its successor down. Who shows one that was used before ends its whole family, for one of
    /// the two is a thief.
    package func refresh(_ hash: String, with successor: String, now: Date) async throws(StoreError) -> RefreshOutcome {
        let moment = Moment.milliseconds(now)
        return try await writing { transaction in
            guard let row = try transaction.refreshToken(hash) else { return .refused }
            let (family, user): (String, String) = (try row["family"], try row["user_id"])
            let taken = try transaction.execute(
                "UPDATE refresh_tokens SET used_at = ? WHERE hash = ? AND used_at IS NULL", [moment, hash])
            guard taken == 1 else {
                try transaction.endSignIn(family, at: moment)
                return .reused(user: user, family: family)
            }
            let expiry: Int = try row["expires_at"]
            guard expiry > moment, try row["revoked_at"] as Int? == nil, try row["is_active"] else { return .refused }
            try transaction.insertRefresh(successor, family: family, workspace: try row["workspace_id"], now: moment)
            let signIn = SignIn(
                family: family, tokenHash: successor, begunAt: Moment.date(try row["begun_at"]),
                expiresAt: Moment.date(expiry))
            return .renewed(try User(row: row), signIn)
        }
    }

    /// Ends the sign-in a refresh token is of; returns its user, `nil` when nobody knows the token.
    package func endSignIn(token hash: String, now: Date) async throws(StoreError) -> String? {
        try await writing { transaction in
            guard let row = try transaction.refreshToken(hash) else { return nil }
            try transaction.endSignIn(try row["family"], at: Moment.milliseconds(now))
            return try row["user_id"]
        }
    }

    /// Ends a sign-in.
    package func endSignIn(_ family: String, now: Date) async throws(StoreError) {
        try await writing { try $0.endSignIn(family, at: Moment.milliseconds(now)) }
    }

    /// Makes one token worthless before its time.
    package func revoke(token id: String, in workspace: String, until expiry: Date) async throws(StoreError) {
        try await writing { transaction in
            try transaction.execute(
                """
                INSERT INTO revoked_tokens (workspace_id, id, expires_at) VALUES (?, ?, ?)
                ON CONFLICT (workspace_id, id) DO NOTHING
                """, [workspace, id, Moment.milliseconds(expiry)])
        }
    }

    /// Whether one token was made worthless.
    package func isRevoked(token id: String, in workspace: String) async throws(StoreError) -> Bool {
        try await reading { transaction in
            try transaction.first(
                "SELECT id FROM revoked_tokens WHERE workspace_id = ? AND id = ?", [workspace, id]) != nil
        }
    }

    /// The user of a sign-in as they are now; `nil` when it is over, or when they are not active.
    package func signedIn(_ family: String) async throws(StoreError) -> User? {
        try await reading { transaction in
            try transaction.first(
                """
                SELECT users.* FROM sign_ins JOIN users ON users.id = sign_ins.user_id
                WHERE family = ? AND revoked_at IS NULL AND is_active
                """, [family]
            ).map { try User(row: $0) }
        }
    }

    /// Forgets what expired: sign-ins, revoked tokens, tickets, answers kept for repeated requests.
    package func forgetExpiredIdentity(now: Date) async throws(StoreError) {
        try await writing { transaction in
            for table in ["sign_ins", "revoked_tokens", "stream_tickets", "idempotency_keys"] {
                try transaction.execute("DELETE FROM \(table) WHERE expires_at <= ?", [Moment.milliseconds(now)])
            }
        }
    }
}

extension SQLTransaction {
    fileprivate func refreshToken(_ hash: String) throws -> SQLRow? {
        try first(
            """
            SELECT users.*, sign_ins.family, sign_ins.user_id, sign_ins.created_at AS begun_at,
            sign_ins.expires_at, sign_ins.revoked_at
            FROM refresh_tokens JOIN sign_ins ON sign_ins.family = refresh_tokens.family
            JOIN users ON users.id = sign_ins.user_id WHERE refresh_tokens.hash = ?
            """, [hash])
    }

    fileprivate func insertRefresh(_ hash: String, family: String, workspace: String, now: Int) throws {
        try execute(
            "INSERT INTO refresh_tokens (workspace_id, hash, family, created_at) VALUES (?, ?, ?, ?)",
            [workspace, hash, family, now])
    }

    fileprivate func endSignIn(_ family: String, at moment: Int) throws {
        try execute(
            "UPDATE sign_ins SET revoked_at = ? WHERE family = ? AND revoked_at IS NULL", [moment, family])
    }
}
