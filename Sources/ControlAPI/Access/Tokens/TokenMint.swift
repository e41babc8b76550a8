import Document
import FoundationEssentials
import Secure
import Token

/// Signs our own tokens and reads them again: HS256 with one secret, which every process of an installation knows.
struct TokenMint: Sendable {
    let issuer: String
    let audience: String
    private let secret: SigningSecret

    init(_ secret: SigningSecret, issuer: String, audience: String) {
        self.secret = secret
        self.issuer = issuer
        self.audience = audience
    }

    func sign(_ claims: AccessClaims) -> String {
        let payload = claims.json(issuer: issuer, audience: audience).data
        let message = Base64URL.encode(#"{"alg":"HS256","typ":"JWT"}"#.utf8) + "." + Base64URL.encode(payload)
        return message + "." + Base64URL.encode(secret.sign(Array(message.utf8)))
    }

    /// The claims of a token of ours. Throws `unauthenticated`.
    func read(_ token: SignedToken, now: Date) throws(AccessError) -> AccessClaims {
        guard token.algorithm == .hs256 else { throw .unauthenticated(.unsupportedAlgorithm) }
        guard constantTimeEquals(secret.sign(token.message), token.signature) else {
            throw .unauthenticated(.wrongSignature)
        }
        return try AccessClaims(
            token.claims, try RegisteredClaims(token.claims, from: issuer, to: audience, now: now))
    }
}
