package import Document
import FoundationEssentials
import Store
import Supervision

extension Gatekeeper {
    /// A token for the caller of one session.
    package func callerToken(
        _ session: String, name: String = "Caller", workspace: String = Workspace.first
    ) -> IssuedToken {
        let now = clock()
        let expiry = now.addingTimeInterval(Self.accessLifetime)
        let principal = Principal(
            id: session, role: .caller, name: name, workspace: workspace, session: session,
            grants: Set(Permission.ofCallerToken.map(\.rawValue)))
        let claims = AccessClaims(principal, id: RandomID.make("tok"), issuedAt: now, expiresAt: expiry)
        return IssuedToken(mint.sign(claims), until: expiry)
    }

    /// A ticket that opens one feed once, within a minute, for somebody who was let in.
    package func mintTicket(for resource: String, _ admission: Admission) async throws(AccessError) -> IssuedToken {
        guard !resource.isEmpty, resource.utf8.count <= 512 else { throw .invalid("resource") }
        let secret = OpaqueSecret.make("vt_")
        let expiry = clock().addingTimeInterval(Ticket.lifetime)
        try await tickets.keep(
            Ticket(resource: resource, admission: admission, expiresAt: expiry), under: OpaqueSecret.digest(secret))
        return IssuedToken(secret, until: expiry)
    }

    /// Whoever a ticket was made for. It is void afterwards, also when it was for something else.
    package func redeem(ticket: String, for resource: String) async throws(AccessError) -> Admission {
        guard let ticket = try await tickets.take(OpaqueSecret.digest(ticket), now: clock()),
            ticket.resource == resource
        else { throw .unauthenticated(.voidTicket) }
        switch await standing(of: ticket.admission) {
        case .valid: return ticket.admission
        case .expired: throw .unauthenticated(.expired)
        case .revoked: throw .unauthenticated(.revoked)
        }
    }

    /// The keys others may check our tokens with (RFC 7517, section 5): none, for a shared secret is no public key.
    package var publishedKeys: JSON { ["keys": []] }
}
