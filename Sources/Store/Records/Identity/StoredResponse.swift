/// An answer as it was given, to be given again.
package struct StoredResponse: Hashable, Sendable, Codable {
    package let status: Int
    /// Header fields worth repeating, such as `Location`.
    package let fields: [String: String]
    /// UTF-8.
    package let body: String

    package init(status: Int, fields: [String: String] = [:], body: String) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}
