package import FoundationEssentials
internal import Secure

extension AccessToken {
    /// What times may be off by, between two machines.
    package static let leeway: TimeInterval = 60
    /// Longest token that is looked at: metadata may have half a megabyte, attributes 64 kB, and base64 adds a third.
    private static let longest = 1 << 20

    private struct Header: Decodable {
        let alg: String
        let crit: [String]?
    }

    private struct Issuer: Decodable {
        let iss: String
    }

    /// Checks the signature with the secret of the token's issuer, then the times, and only then reads the claims.
    /// - Parameter secret: the secret of an API key; `nil` when the key is not known.
    package static func verify(
        _ jwt: String, now: Date, secret: (String) -> String?
    ) throws(TokenError) -> Claims {
        guard jwt.utf8.count <= longest else { throw .malformed }
        let parts = jwt.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .malformed }
        let header = try decoded(Header.self, from: parts[0])
        guard header.alg == "HS256", header.crit == nil else { throw .unsupportedAlgorithm }
        let issuer = try decoded(Issuer.self, from: parts[1]).iss
        guard let secret = secret(issuer), !secret.isEmpty else { throw .unknownIssuer }
        let message = Array(jwt.utf8.prefix(parts[0].utf8.count + 1 + parts[1].utf8.count))
        guard let signature = Base64URL.decode(parts[2]) else { throw .malformed }
        guard constantTimeEquals(signature, HMAC.sha256(key: Array(secret.utf8), message: message)) else {
            throw .wrongSignature
        }
        let claims = try decoded(Claims.self, from: parts[1])
        try check(claims, now: now)
        return claims
    }

    private static func check(_ claims: Claims, now: Date) throws(TokenError) {
        guard let expiry = claims.expiry else { throw .missingExpiry }
        guard now <= expiry.addingTimeInterval(leeway) else { throw .expired }
        for beginning in [claims.notBefore, claims.issuedAt] {
            if let beginning, now < beginning.addingTimeInterval(-leeway) { throw .notYetValid }
        }
    }

    private static func decoded<Value: Decodable>(
        _ type: Value.Type, from part: Substring
    ) throws(TokenError) -> Value {
        guard let bytes = Base64URL.decode(part) else { throw .malformed }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            throw .malformed
        }
    }
}
