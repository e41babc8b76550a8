package import FoundationEssentials
import SQL
package import Supervision

extension Database {
    /// Adds a user. Throws `conflict` when the email address is taken.
    package func add(_ user: User, passwordHash: String?) async throws(StoreError) {
        try Input.check(user.email, "email address", limit: 254)
        try Input.check(user.name, "name", limit: 200)
        try await writing { transaction in
            do {
                try transaction.attempt { try transaction.insert(user, passwordHash: passwordHash) }
            } catch SQLError.constraint(let constraint) where constraint.kind == .unique {
                throw StoreError.conflict("a user with this email address")
            }
        }
    }

    /// The user of an id; `nil` when there is none.
    package func user(_ id: String, in workspace: String) async throws(StoreError) -> User? {
        try await reading { try $0.user(id, in: workspace) }
    }

    /// Who has an email address, which is given in lower case, and the digest of their password.
    package func credentials(email: String, in workspace: String) async throws(StoreError) -> UserCredentials? {
        try await reading { transaction in
            let row = try transaction.first(
                "SELECT * FROM users WHERE workspace_id = ? AND email = ?", [workspace, email])
            return try row.map { UserCredentials(user: try User(row: $0), passwordHash: try $0["password_hash"]) }
        }
    }

    /// The users of a workspace by their email addresses, those of a role or all, at most a thousand.
    package func users(in workspace: String, role: Role? = nil) async throws(StoreError) -> [User] {
        try await reading { transaction in
            try transaction.query(
                """
                SELECT * FROM users WHERE workspace_id = ? AND role LIKE ? ORDER BY email LIMIT 1000
                """, [workspace, role?.rawValue ?? "%"]
            ).map { try User(row: $0) }
        }
    }

    /// Changes a user. A new role, a new password or being no longer active ends every sign-in of theirs.
    ///
    /// Throws `notFound`, and `conflict` when nobody who may administer would be left.
    @discardableResult
    package func change(
        _ id: String, _ change: UserChange, in workspace: String, now: Date
    ) async throws(StoreError) -> User {
        try Input.check(change.name, "name", limit: 200)
        return try await writing { transaction in
            try transaction.lock([.users(workspace)])
            guard var user = try transaction.user(id, in: workspace) else { throw StoreError.notFound("user") }
            let wasAdmin = user.role == .admin && user.isActive
            user.apply(change, now: now)
            try transaction.update(user, passwordHash: change.passwordHash)
            if wasAdmin, user.role != .admin || !user.isActive { try transaction.checkAdmins(of: workspace) }
            if change.endsSignIns { try transaction.endSignIns(of: id, now: now) }
            return user
        }
    }

    /// Removes a user with their keys and sign-ins. Throws `notFound`, and `conflict` for the last who may administer.
    package func removeUser(_ id: String, in workspace: String) async throws(StoreError) {
        try await writing { transaction in
            try transaction.lock([.users(workspace)])
            guard let user = try transaction.user(id, in: workspace) else { throw StoreError.notFound("user") }
            try transaction.execute("DELETE FROM users WHERE workspace_id = ? AND id = ?", [workspace, id])
            if user.role == .admin, user.isActive { try transaction.checkAdmins(of: workspace) }
        }
    }

    /// Adds the first user of a workspace; `false` when there is one already.
    package func addFirst(_ user: User, passwordHash: String) async throws(StoreError) -> Bool {
        try await writing { transaction in
            try transaction.lock([.users(user.workspace)])
            let known = try transaction.first("SELECT id FROM users WHERE workspace_id = ? LIMIT 1", [user.workspace])
            guard known == nil else { return false }
            try transaction.insert(user, passwordHash: passwordHash)
            return true
        }
    }

    /// Puts a newer digest of the same password in the place of an old one, unless it was changed meanwhile.
    package func renew(passwordHash old: String, with new: String, of id: String) async throws(StoreError) {
        try await writing { transaction in
            try transaction.execute(
                "UPDATE users SET password_hash = ? WHERE id = ? AND password_hash = ?", [new, id, old])
        }
    }
}

extension User {
    fileprivate mutating func apply(_ change: UserChange, now: Date) {
        name = change.name ?? name
        role = change.role ?? role
        isActive = change.isActive ?? isActive
        skills = change.skills ?? skills
        status = change.status ?? status
        updatedAt = now
    }
}

extension SQLTransaction {
    fileprivate func user(_ id: String, in workspace: String) throws -> User? {
        try first("SELECT * FROM users WHERE workspace_id = ? AND id = ?", [workspace, id])
            .map { try User(row: $0) }
    }

    fileprivate func insert(_ user: User, passwordHash: String?) throws {
        try execute(
            """
            INSERT INTO users (workspace_id, id, email, name, role, is_active, skills, status, created_at, updated_at,
            password_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, user.values + [passwordHash])
    }

    fileprivate func update(_ user: User, passwordHash: String?) throws {
        try execute(
            """
            UPDATE users SET name = ?, role = ?, is_active = ?, skills = ?, status = ?, updated_at = ?,
            password_hash = COALESCE(?, password_hash) WHERE id = ?
            """,
            [
                user.name, user.role.rawValue, user.isActive, StoredList.text(user.skills), user.status.rawValue,
                Moment.milliseconds(user.updatedAt), passwordHash, user.id,
            ])
    }

    fileprivate func checkAdmins(of workspace: String) throws {
        let left = try first(
            "SELECT id FROM users WHERE workspace_id = ? AND role = 'admin' AND is_active LIMIT 1", [workspace])
        if left == nil { throw StoreError.conflict("the last admin") }
    }

    fileprivate func endSignIns(of user: String, now: Date) throws {
        try execute(
            "UPDATE sign_ins SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL",
            [Moment.milliseconds(now), user])
    }
}
