/// A request to a provider. It is never printed: its headers may hold a key.
struct HTTPRequest: Sendable {
    /// A header field. Not a tuple, so that requests stay plain values.
    struct Field: Sendable {
        let name: String
        let value: String
    }

    var url: String
    var fields: [Field] = []
    /// Posted; nil makes it a GET.
    var body: [UInt8]?
    /// For connecting, and for the whole exchange.
    var connectTimeout: Duration = .seconds(2)
    var timeout: Duration
    /// The answer may be this long; a longer one is malformed.
    var longestAnswer = 32 << 20

    /// Adds the key as a bearer token, if there is one.
    mutating func authorize(_ key: String?) {
        guard let key, !key.isEmpty else { return }
        fields.append(Field(name: "Authorization", value: "Bearer \(key)"))
    }
}
