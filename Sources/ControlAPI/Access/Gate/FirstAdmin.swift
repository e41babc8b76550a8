/// The admin of a house that has no users yet.
package struct FirstAdmin: Sendable {
    package let email: EmailAddress
    package let password: Redacted<String>

    package init(email: EmailAddress, password: Redacted<String>) {
        self.email = email
        self.password = password
    }
}
