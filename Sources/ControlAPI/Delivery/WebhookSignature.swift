package import FoundationEssentials
import Secure

/// Signatures of Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, in base64, after `v1,`.
package enum WebhookSignature {
    private static let prefix = "whsec_"

    /// A new secret: `whsec_` and 24 random bytes in base64.
    package static func newSecret() -> String {
        prefix + Data(SecureRandom.bytes(24)).base64EncodedString()
    }

    /// The value of `webhook-signature`: one signature for each secret, separated by blanks. A secret that is none signs
    /// nothing.
    package static func header(id: String, at now: Date, body: String, secrets: [String]) -> String {
        let timestamp = Int(now.timeIntervalSince1970)
        return secrets.compactMap { secret in
            key(secret).map { "v1," + signature("\(id).\(timestamp).\(body)", key: $0) }
        }.joined(separator: " ")
    }

    private static func key(_ secret: String) -> [UInt8]? {
        let text = secret.hasPrefix(prefix) ? String(secret.dropFirst(prefix.count)) : secret
        return Data(base64Encoded: text).map { [UInt8]($0) }
    }

    private static func signature(_ text: String, key: [UInt8]) -> String {
        Data(HMAC.sha256(key: key, message: Array(text.utf8))).base64EncodedString()
    }
}
