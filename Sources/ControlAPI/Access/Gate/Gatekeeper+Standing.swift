import FoundationEssentials
import Store
import Supervision

extension Gatekeeper {
    /// Whether somebody who was let in may stay. Cheap: asks the database at most every two seconds. While the database is away,
    /// whoever is in stays.
    package func standing(of admission: Admission) async -> Standing {
        let now = clock()
        if let expiry = admission.expiresAt, now >= expiry.addingTimeInterval(RegisteredClaims.leeway) {
            return .expired
        }
        do throws(AccessError) {
            return try await isGood(admission) ? .valid : .revoked
        } catch {
            return .valid
        }
    }

    /// Forgets sign-ins, revoked tokens, tickets and kept answers whose time is over. Worth doing every hour.
    package func tidy() async throws(AccessError) {
        try await asking { () async throws(StoreError) in try await database.forgetExpiredIdentity(now: clock()) }
    }

    /// Whether the sign-in, the token or the key still counts. Throws `unavailable`.
    func isGood(_ admission: Admission) async throws(AccessError) -> Bool {
        let now = clock()
        if let known = standings.answer(admission, now: now) { return known }
        let isGood = try await asking { () async throws(StoreError) in try await look(admission, now: now) }
        standings.note(isGood, admission, now: now)
        return isGood
    }

    private func look(_ admission: Admission, now: Date) async throws(StoreError) -> Bool {
        let principal = admission.principal
        switch admission.proof {
        case .open: return mode == .open
        case .token(let id): return try await !database.isRevoked(token: id, in: principal.workspace)
        case .key(let id):
            guard let key = try await database.apiKey(id, in: principal.workspace) else { return false }
            return key.isValid(now: now)
        case .signIn(let family, let token):
            guard try await !database.isRevoked(token: token, in: principal.workspace) else { return false }
            return try await database.signedIn(family)?.role == principal.role
        }
    }
}
