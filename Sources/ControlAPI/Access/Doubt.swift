/// Why a token, a key or a ticket is not believed.
package enum Doubt: String, Hashable, Sendable, CaseIterable {
    case missing
    case malformed
    /// Signed by nobody, or by an algorithm that is not allowed for its issuer.
    case unsupportedAlgorithm
    case unknownIssuer
    case unknownKey
    case wrongSignature
    case wrongAudience
    case expired
    case notYetValid
    /// It lacks what every token must have: `exp`, `iat`, `jti`, `sub`, a role.
    case incomplete
    /// Its sign-in has ended, its key was revoked, or its bearer's role has changed.
    case revoked
    /// A ticket that is used, expired, or for something else.
    case voidTicket
    /// A refresh token that was used before: the whole sign-in has ended.
    case reused
    /// Not the principal this connection was opened by.
    case otherPrincipal
}

extension Doubt: CustomStringConvertible {
    /// A sentence for people, without a full stop.
    package var description: String {
        switch self {
        case .missing: "there is no token"
        case .malformed: "it is no token"
        case .unsupportedAlgorithm: "its signature's algorithm is not allowed"
        case .unknownIssuer: "its issuer is not known"
        case .unknownKey: "its key is not known"
        case .wrongSignature: "its signature is wrong"
        case .wrongAudience: "it is for somebody else"
        case .expired: "it has expired"
        case .notYetValid: "it is not valid yet"
        case .incomplete: "it does not say all it must"
        case .revoked: "it was revoked"
        case .voidTicket: "the ticket is not valid here"
        case .reused: "the refresh token was used before, so the sign-in has ended"
        case .otherPrincipal: "it is somebody else's"
        }
    }
}
