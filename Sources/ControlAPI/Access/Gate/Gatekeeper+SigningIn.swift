import FoundationEssentials
import Store
import Supervision

extension Gatekeeper {
    /// Signs somebody in. Throws `wrongCredentials`, `forbidden` when somebody else says who people are, `overloaded`.
    package func login(
        email: String, password: Redacted<String>, workspace: String = Workspace.first, requestID: String? = nil
    ) async throws(AccessError) -> TokenPair {
        guard mode != .jwks else { throw .forbidden("signing in by password") }
        let address = try? EmailAddress(email)
        let known = try await asking { () async throws(StoreError) -> UserCredentials? in
            guard let address else { return nil }
            return try await database.credentials(email: address.text, in: workspace)
        }
        let match = try await passwords.compare(password, with: known?.passwordHash)
        let author = Author(id: known?.user.id ?? "unknown", workspace: workspace, requestID: requestID)
        guard let known, match.isRight, known.user.isActive else {
            try await record("login.failed", author.id, by: author)
            throw .wrongCredentials
        }
        if match.isOutdated { try await renew(known, password) }
        let now = clock()
        let refresh = OpaqueSecret.make("vr_")
        let signIn = SignIn(
            family: RandomID.make("sgn"), tokenHash: OpaqueSecret.digest(refresh), begunAt: now,
            expiresAt: now.addingTimeInterval(Self.signInLifetime))
        try await asking { () async throws(StoreError) in try await database.begin(signIn, of: known.user) }
        try await record("login", known.user.id, by: author)
        return pair(try await note(known.user, is: .online), signIn, refresh)
    }

    /// Exchanges a refresh token for new tokens; it is void afterwards. Throws `unauthenticated(.reused)` for one that was
    /// exchanged before: then the whole sign-in has ended.
    package func refresh(
        _ token: Redacted<String>, requestID: String? = nil
    ) async throws(AccessError) -> TokenPair {
        let successor = OpaqueSecret.make("vr_")
        let outcome = try await asking { () async throws(StoreError) in
            try await database.refresh(
                OpaqueSecret.digest(token.revealed), with: OpaqueSecret.digest(successor), now: clock())
        }
        switch outcome {
        case .renewed(let user, let signIn): return pair(user, signIn, successor)
        case .refused: throw .unauthenticated(.expired)
        case .reused(let user, _):
            standings.forget()
            try await record("refresh.reused", user, by: Author(id: user, requestID: requestID))
            throw .unauthenticated(.reused)
        }
    }

    /// Ends the sign-in of a refresh token; nothing happens when nobody knows it.
    package func logout(_ token: Redacted<String>, requestID: String? = nil) async throws(AccessError) {
        let user = try await asking { () async throws(StoreError) in
            try await database.endSignIn(token: OpaqueSecret.digest(token.revealed), now: clock())
        }
        standings.forget()
        guard let user else { return }
        try await record("logout", user, by: Author(id: user, requestID: requestID))
        if let known = try? await self.user(user) { _ = try await note(known, is: .offline) }
    }

    /// Ends the sign-in somebody is let in by, or makes their one token worthless. A key is revoked otherwise.
    package func logout(_ admission: Admission, requestID: String? = nil) async throws(AccessError) {
        let (principal, now) = (admission.principal, clock())
        try await asking { () async throws(StoreError) in
            switch admission.proof {
            case .signIn(let family, _): try await database.endSignIn(family, now: now)
            case .token(let id):
                let expiry = (admission.expiresAt ?? now).addingTimeInterval(2 * RegisteredClaims.leeway)
                try await database.revoke(token: id, in: principal.workspace, until: expiry)
            case .open, .key: break
            }
        }
        standings.forget()
        try await record("logout", principal.id, by: Author(principal, requestID: requestID))
    }

    private func pair(_ user: User, _ signIn: SignIn, _ refresh: String) -> TokenPair {
        let now = clock()
        let expiry = min(now.addingTimeInterval(Self.accessLifetime), signIn.expiresAt)
        let principal = Principal(id: user.id, role: user.role, name: user.name, workspace: user.workspace)
        let claims = AccessClaims(
            principal, family: signIn.family, id: RandomID.make("tok"), issuedAt: now, expiresAt: expiry)
        return TokenPair(
            access: IssuedToken(mint.sign(claims), until: expiry),
            refresh: IssuedToken(refresh, until: signIn.expiresAt),
            user: user)
    }

    /// Puts a digest of today's cost in the place of an older one.
    private func renew(_ known: UserCredentials, _ password: Redacted<String>) async throws(AccessError) {
        guard let old = known.passwordHash, password.revealed.count >= Passwords.shortest else { return }
        let new = try await passwords.hash(password)
        try await asking { () async throws(StoreError) in
            try await database.renew(passwordHash: old, with: new, of: known.user.id)
        }
    }
}
