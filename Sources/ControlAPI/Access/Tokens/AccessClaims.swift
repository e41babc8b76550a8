import Document
import FoundationEssentials
import Supervision

/// What a token of ours says (control API §8).
struct AccessClaims: Hashable, Sendable {
    let principal: Principal
    /// The sign-in it comes of; `nil`: it stands by itself. The claim `sid`.
    let family: String?
    let id: String
    let issuedAt: Date
    let expiresAt: Date

    init(_ principal: Principal, family: String? = nil, id: String, issuedAt: Date, expiresAt: Date) {
        self.principal = principal
        self.family = family
        self.id = id
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
    }

    /// Reads claims whose signature, issuer, audience and times were found right.
    init(_ claims: JSON, _ registered: RegisteredClaims) throws(AccessError) {
        guard let role = claims["role"]?.string.flatMap(Role.init(rawValue:)), let id = registered.id,
            let workspace = claims["workspace_id"]?.string, let issued = claims["iat"]?.double
        else { throw .unauthenticated(.incomplete) }
        let session = claims["session_ids"]?.elements.first?.string
        // A caller is one in a session, or nobody.
        guard role != .caller || session != nil else { throw .unauthenticated(.incomplete) }
        let scope = claims["scope"]?.string.map { Set($0.split(separator: " ").map(String.init)) }
        var principal = Principal(
            id: registered.subject, role: role, name: claims["name"]?.string, workspace: workspace, session: session,
            grants: scope)
        principal.supervisor = claims["supervisor_id"]?.string.flatMap { $0 == registered.subject ? nil : $0 }
        self.init(
            principal, family: claims["sid"]?.string, id: id, issuedAt: Date(timeIntervalSince1970: issued),
            expiresAt: registered.expiresAt)
    }

    /// The claims as JSON, times in whole seconds.
    func json(issuer: String, audience: String) -> JSON {
        let begins = Int(issuedAt.timeIntervalSince1970.rounded(.down))
        var claims: [String: JSON] = [
            "iss": .string(issuer), "aud": .string(audience), "sub": .string(principal.id),
            "role": .string(principal.role.rawValue), "name": .string(principal.name),
            "workspace_id": .string(principal.workspace), "jti": .string(id), "iat": .int(begins), "nbf": .int(begins),
            "exp": .int(Int(expiresAt.timeIntervalSince1970.rounded(.down))),
        ]
        claims["supervisor_id"] = (principal.supervisor ?? (principal.role == .supervisor ? principal.id : nil))
            .map(JSON.string)
        claims["session_ids"] = principal.session.map { .array([.string($0)]) }
        claims["scope"] = principal.grants.map { .string($0.sorted().joined(separator: " ")) }
        claims["sid"] = family.map(JSON.string)
        return .object(claims)
    }
}
