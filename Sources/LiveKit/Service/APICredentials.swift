/// An API key and its secret. Printing it shows the key alone.
package struct APICredentials: Sendable, CustomStringConvertible, CustomReflectable {
    package let key: String
    let secret: String

    package init(key: String, secret: String) {
        self.key = key
        self.secret = secret
    }

    package var description: String { "API key \(key)" }

    package var customMirror: Mirror { Mirror(self, children: ["key": key]) }
}
