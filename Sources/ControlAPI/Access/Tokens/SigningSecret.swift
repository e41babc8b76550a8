import Secure

/// What our own tokens are signed with. It is never printed.
package struct SigningSecret: Sendable, CustomStringConvertible, CustomReflectable {
    /// As long as the digest (RFC 7518, section 3.2).
    package static let shortest = 32

    private let bytes: [UInt8]

    /// Throws `configuration` for less than 32 bytes.
    package init(_ bytes: [UInt8]) throws(AccessError) {
        guard bytes.count >= Self.shortest else {
            throw .configuration("the secret of PARLEY_AUTH_SECRET must have 32 bytes at least")
        }
        self.bytes = bytes
    }

    /// A new one, of 256 random bits, good for as long as this process runs.
    package static func random() -> SigningSecret { SigningSecret(random: SecureRandom.bytes(shortest)) }

    private init(random bytes: [UInt8]) { self.bytes = bytes }

    func sign(_ message: [UInt8]) -> [UInt8] { HMAC.sha256(key: bytes, message: message) }

    package var description: String { "(secret)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
