import Document
import FoundationEssentials

/// What every token must say (RFC 7519, section 4.1), once its signature was found right.
struct RegisteredClaims {
    /// What times may be off by, between two machines.
    static let leeway: TimeInterval = 30
    /// No token is believed longer than this: 100 years, whatever it says.
    private static let latest = 1e11

    let subject: String
    let expiresAt: Date
    /// `jti`.
    let id: String?

    /// Checks `iss`, `aud`, `exp`, `nbf` and `iat`.
    init(_ claims: JSON, from issuer: String, to audience: String, now: Date) throws(AccessError) {
        guard claims["iss"]?.string == issuer else { throw .unauthenticated(.unknownIssuer) }
        guard Self.audiences(claims["aud"]).contains(audience) else { throw .unauthenticated(.wrongAudience) }
        guard let subject = claims["sub"]?.string, !subject.isEmpty, subject.utf8.count <= 255,
            let expiry = claims["exp"]?.double, expiry.magnitude < Self.latest
        else { throw .unauthenticated(.incomplete) }
        self.subject = subject
        expiresAt = Date(timeIntervalSince1970: expiry)
        guard now < expiresAt.addingTimeInterval(Self.leeway) else { throw .unauthenticated(.expired) }
        for name in ["nbf", "iat"] {
            guard let claim = claims[name] else { continue }
            guard let beginning = claim.double else { throw .unauthenticated(.incomplete) }
            if now.timeIntervalSince1970 < beginning - Self.leeway { throw .unauthenticated(.notYetValid) }
        }
        id = claims["jti"]?.string
        if let id, id.isEmpty || id.utf8.count > 255 { throw .unauthenticated(.incomplete) }
    }

    /// One audience, or several.
    private static func audiences(_ claim: JSON?) -> [String] {
        claim?.string.map { [$0] } ?? claim?.elements.compactMap(\.string) ?? []
    }
}
