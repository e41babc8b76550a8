import Secure

/// A name and a password at a TURN server, long-term in the sense of RFC 8489, section 9.2. Descriptions and mirrors hide
/// the password.
package struct TURNCredentials: Hashable, Sendable {
    package let username: String
    private let password: String

    package init(username: String, password: String) {
        self.username = username
        self.password = password
    }

    /// What messages are signed with in a realm (RFC 8489, section 9.2.2).
    func key(realm: String) -> [UInt8] {
        Digest.md5(Array("\(username):\(realm):\(password)".utf8))
    }
}

extension TURNCredentials: CustomStringConvertible, CustomReflectable {
    package var description: String { "\(username):…" }
    package var customMirror: Mirror { Mirror(self, children: ["username": username]) }
}
