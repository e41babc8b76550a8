import Document
import FoundationEssentials
package import Store
package import Supervision

extension Gatekeeper {
    /// Adds a user. Throws `conflict` when the address is taken, `invalid` for a password that is too short.
    @discardableResult
    package func addUser(_ wish: UserWish, by author: Author) async throws(AccessError) -> User {
        let hash = try await passwords.hash(wish.password)
        let user = User(
            email: wish.email.text, name: wish.name, role: wish.role, skills: wish.skills, in: author.workspace,
            now: clock())
        try await asking { () async throws(StoreError) in try await database.add(user, passwordHash: hash) }
        try await record("user.created", user.id, by: author, after: Self.summary(user))
        return user
    }

    /// Changes a user; with a password, theirs. Who gets a new role or password, or is no longer active, is signed out.
    ///
    /// Throws `notFound`, and `conflict` when no admin would be left.
    package func changeUser(
        _ id: String, _ change: UserChange, password: Redacted<String>? = nil, by author: Author
    ) async throws(AccessError) -> User {
        if let role = change.role, ![.operator, .supervisor, .admin].contains(role) {
            throw .invalid("role of a user")
        }
        var change = change
        change.passwordHash = nil
        if let password { change.passwordHash = try await passwords.hash(password) }
        let (wanted, workspace) = (change, author.workspace)
        let before = try await user(id, in: workspace)
        let after = try await asking { () async throws(StoreError) in
            try await database.change(id, wanted, in: workspace, now: clock())
        }
        standings.forget()
        var entry = entry(password == nil ? "user.changed" : "user.password_changed", id, by: author)
        (entry.before, entry.after) = (Self.summary(before), Self.summary(after))
        try await record(entry)
        return after
    }

    /// Removes a user with their keys. Throws `notFound`, and `conflict` for the last admin.
    package func removeUser(_ id: String, by author: Author) async throws(AccessError) {
        let before = try await user(id, in: author.workspace)
        try await asking { () async throws(StoreError) in
            try await database.removeUser(id, in: author.workspace)
        }
        standings.forget()
        var entry = entry("user.removed", id, by: author)
        entry.before = Self.summary(before)
        try await record(entry)
    }

    /// Throws `notFound`.
    package func user(_ id: String, in workspace: String = Workspace.first) async throws(AccessError) -> User {
        let user = try await asking { () async throws(StoreError) in try await database.user(id, in: workspace) }
        guard let user else { throw .notFound("user") }
        return user
    }

    package func users(
        in workspace: String = Workspace.first, role: Role? = nil
    ) async throws(AccessError) -> [User] {
        try await asking { () async throws(StoreError) in try await database.users(in: workspace, role: role) }
    }

    /// Adds the admin of a house that has no user yet; `false` when it has one.
    @discardableResult
    package func welcome(_ admin: FirstAdmin) async throws(AccessError) -> Bool {
        guard try await users().isEmpty else { return false }
        let hash = try await passwords.hash(admin.password)
        let user = User(email: admin.email.text, name: "Admin", role: .admin, now: clock())
        let isFirst = try await asking { () async throws(StoreError) in
            try await database.addFirst(user, passwordHash: hash)
        }
        if isFirst { try await record("user.created", user.id, by: .system, after: Self.summary(user)) }
        return isFirst
    }

    /// What the audit tells of a user.
    private static func summary(_ user: User) -> JSON {
        [
            "name": .string(user.name), "role": .string(user.role.rawValue), "is_active": .bool(user.isActive),
            "skills": .array(user.skills.map(JSON.string)), "status": .string(user.status.rawValue),
        ]
    }
}
