import Document
import Token

/// A JSON Web Token in its compact form (RFC 7515, section 3.1), read and not yet believed.
struct SignedToken {
    /// Longest token that is looked at, in bytes.
    static let longest = 16 << 10

    let algorithm: TokenAlgorithm
    /// Which of its issuer's keys signed it: `kid`.
    let keyID: String?
    let claims: JSON
    /// What the signature is of.
    let message: [UInt8]
    let signature: [UInt8]

    /// Throws `malformed`, and `unsupportedAlgorithm` for what is signed otherwise or has extensions that must be understood
    /// (RFC 7515, section 4.1.11).
    init(_ text: String) throws(AccessError) {
        guard text.utf8.count <= Self.longest else { throw .unauthenticated(.malformed) }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let signature = Base64URL.decode(parts[2]), !signature.isEmpty else {
            throw .unauthenticated(.malformed)
        }
        let header = try Self.object(parts[0])
        guard let name = header["alg"]?.string, let algorithm = TokenAlgorithm(rawValue: name), header["crit"] == nil
        else { throw .unauthenticated(.unsupportedAlgorithm) }
        self.algorithm = algorithm
        keyID = header["kid"]?.string
        claims = try Self.object(parts[1])
        message = Array(text.utf8.prefix(parts[0].utf8.count + 1 + parts[1].utf8.count))
        self.signature = signature
    }

    /// Who says to have issued it.
    var issuer: String? { claims["iss"]?.string }

    private static func object(_ part: Substring) throws(AccessError) -> JSON {
        guard let bytes = Base64URL.decode(part), let text = String(validating: bytes, as: UTF8.self),
            let value = try? JSON(parsing: text), case .object = value
        else { throw .unauthenticated(.malformed) }
        return value
    }
}
