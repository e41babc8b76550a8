package import Store

/// A key that was just made. Its secret is shown now, and never again.
package struct NewAPIKey: Sendable {
    package let key: APIKey
    package let secret: Redacted<String>
}
