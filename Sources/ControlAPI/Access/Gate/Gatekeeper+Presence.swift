package import Store
import Supervision

extension Gatekeeper {
    /// Says whether a user takes calls. Throws `notFound` for whoever is no user.
    package func changePresence(
        of id: String, to status: Presence, by author: Author
    ) async throws(AccessError) -> User {
        var change = UserChange()
        change.status = status
        return try await changeUser(id, change, by: author)
    }

    /// Operators take calls from when they sign in until they sign out; nobody else's presence changes by that.
    ///
    /// - Returns: the user as they are now.
    func note(_ user: User, is status: Presence) async throws(AccessError) -> User {
        guard user.role == .operator, user.status != status else { return user }
        var change = UserChange()
        change.status = status
        let wanted = change
        return try await asking { () async throws(StoreError) in
            try await database.change(user.id, wanted, in: user.workspace, now: clock())
        }
    }
}
