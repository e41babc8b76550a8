/// The `o=` line: who made the description, and which version of it this is (RFC 8866, section 5.2).
package struct Origin: Hashable, Sendable, CustomStringConvertible {
    package var username: String
    /// Text, because peers write up to 20 digits.
    package var sessionID: String
    /// Grows with every offer or answer of a session.
    package var sessionVersion: UInt64
    /// Such as `IN IP4 127.0.0.1`.
    package var address: String

    package init(
        username: String = "-", sessionID: String, sessionVersion: UInt64, address: String = "IN IP4 127.0.0.1"
    ) {
        self.username = username
        self.sessionID = sessionID
        self.sessionVersion = sessionVersion
        self.address = address
    }

    init?(line: Substring) {
        let words = line.split(separator: " ", maxSplits: 3)
        guard words.count == 4, let version = UInt64(words[2]) else { return nil }
        self.init(
            username: String(words[0]), sessionID: String(words[1]), sessionVersion: version, address: String(words[3]))
    }

    package var description: String { "\(username) \(sessionID) \(sessionVersion) \(address)" }
}
