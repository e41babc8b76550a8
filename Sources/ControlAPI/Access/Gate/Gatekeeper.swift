package import FoundationEssentials
package import Store
import Supervision

/// Lets people and programs in: says who bears a token, a key or a ticket, makes tokens, and writes down what matters of it.
package struct Gatekeeper: Sendable {
    /// An access token lives this long.
    package static let accessLifetime: TimeInterval = 60 * 60
    /// A sign-in ends after this time, however often it is refreshed.
    package static let signInLifetime: TimeInterval = 7 * 24 * 60 * 60

    package let mode: AuthMode
    let database: Database
    let passwords: Passwords
    let tickets: any TicketStore
    let mint: TokenMint
    let issuers: [IssuerKeys]
    let standings = StandingCache()
    private let admissions = AdmissionCache()
    let clock: @Sendable () -> Date

    package init(
        _ configuration: AccessConfiguration, database: Database, tickets: any TicketStore = MemoryTicketStore(),
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.init(
            configuration, database: database, tickets: tickets,
            Parts(
                issuers: configuration.mode == .jwks ? configuration.issuers.map { IssuerKeys($0) } : [],
                passwords: Passwords(), clock: clock))
    }

    /// What tests replace.
    struct Parts {
        var issuers: [IssuerKeys] = []
        var passwords: Passwords
        var clock: @Sendable () -> Date
    }

    init(_ configuration: AccessConfiguration, database: Database, tickets: any TicketStore, _ parts: Parts) {
        mode = configuration.mode
        self.database = database
        self.tickets = tickets
        mint = TokenMint(configuration.secret, issuer: configuration.name, audience: configuration.name)
        issuers = parts.issuers
        passwords = parts.passwords
        clock = parts.clock
    }

    /// Who bears a token or a key, as in `Authorization: Bearer …`; `nil`: nobody was named.
    ///
    /// Throws `unauthenticated`, `forbidden` for a publishable key from elsewhere, `unavailable`.
    /// - Parameter origin: the request's `Origin`.
    package func authenticate(bearer: String?, origin: String? = nil) async throws(AccessError) -> Admission {
        guard let bearer, !bearer.isEmpty else {
            guard mode == .open else { throw .unauthenticated(.missing) }
            return Admission(Principal(id: "anonymous", role: .admin), by: .open)
        }
        // Where a publishable key is used from counts each time.
        if APIKeySecret.kind(of: bearer) == .publishable {
            return try await admit(bearer, .publishable, origin: origin)
        }
        let admission = try await recognise(bearer)
        guard try await isGood(admission) else { throw .unauthenticated(.revoked) }
        return admission
    }

    /// The same person again, with a newer token: what a feed does before its token expires. Throws `unauthenticated` for anybody
    /// else.
    package func reauthenticate(_ admission: Admission, bearer: String) async throws(AccessError) -> Admission {
        let renewed = try await authenticate(bearer: bearer)
        guard renewed.principal.id == admission.principal.id,
            renewed.principal.workspace == admission.principal.workspace,
            renewed.principal.role == admission.principal.role,
            renewed.principal.session == admission.principal.session
        else { throw .unauthenticated(.otherPrincipal) }
        return renewed
    }

    /// Whoever a token or a secret key names, looked at once a minute.
    private func recognise(_ bearer: String) async throws(AccessError) -> Admission {
        let now = clock()
        if let known = admissions.admission(bearer, now: now) { return known }
        let isKey = APIKeySecret.kind(of: bearer) != nil
        let admission = isKey ? try await admit(bearer, .live, origin: nil) : try await identify(bearer)
        admissions.note(admission, of: bearer, now: now)
        return admission
    }

    /// Whoever a token names, of ours or of an issuer we believe.
    private func identify(_ text: String) async throws(AccessError) -> Admission {
        let token = try SignedToken(text)
        let now = clock()
        if token.issuer == mint.issuer {
            let claims = try mint.read(token, now: now)
            let proof: Admission.Proof =
                claims.family.map { .signIn(family: $0, token: claims.id) } ?? .token(id: claims.id)
            return Admission(claims.principal, by: proof, until: claims.expiresAt)
        }
        guard let keys = issuers.first(where: { $0.issuer.name == token.issuer }) else {
            throw .unauthenticated(.unknownIssuer)
        }
        return try await keys.admit(token, now: now)
    }
}
