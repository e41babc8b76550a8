/// An address by which somebody signs in, in one spelling: composed, in lower case, without blanks around it.
package struct EmailAddress: Hashable, Sendable {
    package let text: String

    /// Throws `invalid` for what has no name, no `@` or no host, blanks or control characters, or more than 254 bytes.
    package init(_ text: String) throws(AccessError) {
        let folded = text.trimmed.precomposed.lowercased()
        let parts = folded.split(separator: "@", omittingEmptySubsequences: false)
        guard folded.utf8.count <= 254, parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
            !folded.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x21 || $0.value == 0x7F }
            )
        else { throw .invalid("email address") }
        self.text = folded
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
