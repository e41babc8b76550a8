import Secure
import Store
import Token

/// Secrets that say nothing: refresh tokens, tickets, API keys. What is kept of them is a digest.
enum OpaqueSecret {
    /// A prefix and 256 random bits.
    static func make(_ prefix: String) -> String { prefix + Base64URL.encode(SecureRandom.bytes(32)) }

    /// SHA-256 in hexadecimal digits: enough for what cannot be guessed.
    static func digest(_ secret: String) -> String { Hexadecimal.text(Digest.sha256(Array(secret.utf8))) }
}
