package import Supervision

/// Somebody else who says who people are: how its tokens are told, where its keys lie, and how its claims are read.
package struct ExternalIssuer: Hashable, Sendable {
    /// `iss`, to the letter.
    package let name: String
    /// `aud`.
    package let audience: String
    /// Where its key set is: `https`, or `http` on this machine.
    package let keysURL: String
    /// Where the role stands: names of claims, from the outermost, separated by dots, such as `realm_access.roles`. A text,
    /// or a list of texts, of which the one that may most counts.
    package var roleClaim = "role"
    /// What a role is called there. Others are nobody.
    package var roles: [String: Role] = ["operator": .operator, "supervisor": .supervisor, "admin": .admin]
    package var workspaceClaim = "workspace_id"

    /// Throws `configuration` for an address that is neither `https` nor on this machine.
    package init(name: String, audience: String, keysURL: String) throws(AccessError) {
        guard !name.isEmpty, !audience.isEmpty else {
            throw .configuration("an issuer of tokens needs a name and an audience")
        }
        guard Self.isSafe(keysURL) else {
            throw .configuration("the keys of an issuer must be fetched by https, or by http from this machine")
        }
        self.name = name
        self.audience = audience
        self.keysURL = keysURL
    }

    private static func isSafe(_ url: String) -> Bool {
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
        let lower = url.lowercased()
        if lower.hasPrefix("https://") { return lower.count > 8 }
        guard lower.hasPrefix("http://") else { return false }
        let authority = lower.dropFirst(7).prefix { !"/?#".contains($0) }
        guard !authority.contains("@"), !authority.contains("\\") else { return false }
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        return ["127.0.0.1", "[::1]", "localhost"].contains(String(host))
    }
}
