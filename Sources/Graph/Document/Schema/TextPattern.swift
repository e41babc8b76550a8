/// A pattern that a whole text must match.
package struct TextPattern: Hashable, Sendable {
    /// In the dialect that JSON Schema and Swift share, without anchors.
    package let expression: String
    /// What matches, with an example: `a date such as 2026-05-04`.
    package let meaning: String

    /// The expression is a constant of this program: one that is no regular expression is a broken invariant.
    package init(_ expression: String, meaning: String) {
        self.expression = expression
        self.meaning = meaning
    }

    var regex: Regex<AnyRegexOutput> {
        guard let regex = try? Regex(expression) else { preconditionFailure("\(expression) is no regular expression") }
        return regex
    }
}

extension TextPattern {
    /// Words joined by underscores.
    package static let identifier = TextPattern(#"[a-z][a-z0-9_]*"#, meaning: "a name such as oil_change")
    package static let date = TextPattern(#"[0-9]{4}-[0-9]{2}-[0-9]{2}"#, meaning: "a date such as 2026-05-04")
    package static let time = TextPattern(#"[0-2][0-9]:[0-5][0-9]"#, meaning: "a time such as 09:30")
    package static let digits = TextPattern(#"[0-9]{7,15}"#, meaning: "a phone number of 7 to 15 digits")
    package static let email = TextPattern(#"[^@\s]+@[^@\s]+\.[^@\s]+"#, meaning: "an email address")
}
