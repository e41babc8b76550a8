/// A username fragment and a password: one generation of one end (RFC 8445, section 5.3).
package struct ICECredentials: Hashable, Sendable {
    /// 4 to 256 ice-chars.
    package var ufrag: String
    /// 22 to 256 ice-chars.
    package var pwd: String

    package init(ufrag: String, pwd: String) {
        self.ufrag = ufrag
        self.pwd = pwd
    }

    /// 48 random bits of name and 144 of password, from a generator that cannot be guessed.
    package static func random(using generator: inout some RandomNumberGenerator) -> ICECredentials {
        ICECredentials(ufrag: text(8, &generator), pwd: text(24, &generator))
    }

    var key: [UInt8] { Array(pwd.utf8) }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func text(_ length: Int, _ generator: inout some RandomNumberGenerator) -> String {
        String(decoding: (0..<length).map { _ in alphabet[Int(generator.next() & 63)] }, as: UTF8.self)
    }
}
