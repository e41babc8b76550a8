/// Why a token was refused, or could not be made. Never holds the token or its secret.
package enum TokenError: Error, Hashable, Sendable {
    /// Not three parts of base64url, or not the JSON it should be.
    case malformed
    /// Signed otherwise than with HS256, or with extensions that must be understood (RFC 7515, section 4.1.11).
    case unsupportedAlgorithm
    /// Nobody here knows a secret for its issuer.
    case unknownIssuer
    case wrongSignature
    /// It never ends, which no token may.
    case missingExpiry
    case expired
    /// Its time has not come, or it was issued in the future.
    case notYetValid
    /// There is no key or no secret to sign with.
    case missingKey
}

extension TokenError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed: "it is no token"
        case .unsupportedAlgorithm: "it is not signed with HS256"
        case .unknownIssuer: "its API key is not known"
        case .wrongSignature: "its signature is wrong"
        case .missingExpiry: "it has no expiry"
        case .expired: "it has expired"
        case .notYetValid: "it is not valid yet"
        case .missingKey: "there is no API key or secret to sign with"
        }
    }
}
