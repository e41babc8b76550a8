import Secure

/// Names nobody can guess.
package enum Identifier {
    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// A prefix, such as `usr_`, and 26 characters of base 32, which hold 130 random bits.
    package static func make(_ prefix: String) -> String {
        prefix + String(decoding: SecureRandom.bytes(26).map { alphabet[Int($0 & 31)] }, as: UTF8.self)
    }
}
