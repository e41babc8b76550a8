package import FoundationEssentials
package import Supervision

/// Somebody who was let in: who they are, by what, and for how long.
package struct Admission: Hashable, Sendable, Codable {
    /// What was shown.
    package enum Proof: Hashable, Sendable, Codable {
        /// Nothing: `AuthMode.open`.
        case open
        /// A token of ours, of somebody who signed in.
        case signIn(family: String, token: String)
        /// A token of ours that stands by itself, or of another issuer; by its `jti`.
        case token(id: String)
        /// An API key, by its id.
        case key(id: String)
    }

    package let principal: Principal
    package let proof: Proof
    /// When it ends by itself; `nil`: not.
    package let expiresAt: Date?

    package init(_ principal: Principal, by proof: Proof, until expiresAt: Date? = nil) {
        self.principal = principal
        self.proof = proof
        self.expiresAt = expiresAt
    }
}
