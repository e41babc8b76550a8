import Document
import Secure
import Store
import Supervision

extension ExternalIssuer {
    /// Whoever a token of this issuer names. Throws `incomplete` for somebody without a role here.
    func principal(_ claims: JSON, _ registered: RegisteredClaims) throws(AccessError) -> Principal {
        guard let role = role(claims) else { throw .unauthenticated(.incomplete) }
        let scope = claims["scope"]?.string.map { Set($0.split(separator: " ").map(String.init)) }
        var principal = Principal(
            id: registered.subject, role: role, name: claims["name"]?.string ?? claims["email"]?.string,
            workspace: claims[workspaceClaim]?.string ?? Workspace.first)
        // An issuer's scopes are mostly about other things, such as `openid`: only ours limit.
        let ours = (scope ?? []).filter { Permission(rawValue: $0) != nil }
        if !ours.isEmpty { principal.grants = ours }
        principal.supervisor = claims["supervisor_id"]?.string
        return principal
    }

    /// The claim's role that may most.
    private func role(_ claims: JSON) -> Role? {
        let claim = roleClaim.split(separator: ".").reduce(Optional(claims)) { $0?[String($1)] }
        let names = claim?.string.map { [$0] } ?? claim?.elements.compactMap(\.string) ?? []
        let found = Set(names.compactMap { roles[$0] })
        return [Role.admin, .supervisor, .operator, .worker].first(where: found.contains)
    }
}
