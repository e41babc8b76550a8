/// One request. It is never printed: it may hold a token.
package struct HTTPExchange: Sendable {
    package enum Method: String, Hashable, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
    }

    package let method: Method
    package let url: String
    /// Header fields, in order.
    package var fields: [(name: String, value: String)]
    package var body: [UInt8]
    /// From connecting to the last byte.
    package var timeout: Duration
    /// The longest answer that is taken, in bytes.
    package var longestAnswer = 10 << 20
    /// Where to connect to, an IP address, instead of what the host's name means now.
    package var address: String?

    package init(
        _ method: Method, _ url: String, fields: [(name: String, value: String)] = [], body: [UInt8] = [],
        timeout: Duration
    ) {
        self.method = method
        self.url = url
        self.fields = fields
        self.body = body
        self.timeout = timeout
    }
}

extension HTTPExchange: CustomStringConvertible, CustomReflectable {
    package var description: String { "an HTTP exchange" }

    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
