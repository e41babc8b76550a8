/// Where a provider is, and how it is addressed.
package struct Provider: Sendable {
    /// The address up to and including the version ("https://api.example.com/v1"), or the whole endpoint.
    package var url: String
    /// Sent as a bearer token; never logged.
    package var key: String?
    package var model: String
    /// For the whole exchange.
    package var timeout: Duration
    /// What reports call it.
    package var name = "openai"

    package init(url: String, key: String? = nil, model: String, timeout: Duration) {
        self.url = url
        self.key = key
        self.model = model
        self.timeout = timeout
    }

    /// The address of an endpoint such as "audio/speech"; an address that ends with it is left alone.
    func endpoint(_ path: String) -> String {
        let base = url.hasSuffix("/") ? String(url.dropLast()) : url
        return base.hasSuffix("/" + path) ? base : base + "/" + path
    }

    func request(_ path: String, body: [UInt8], contentType: String) -> HTTPRequest {
        var request = HTTPRequest(url: endpoint(path), body: body, timeout: timeout)
        request.fields = [.init(name: "Content-Type", value: contentType)]
        request.authorize(key)
        return request
    }
}

extension Provider: CustomStringConvertible {
    /// Without the key, and without anything an address may hide.
    package var description: String { "provider of \(model)" }
}

extension Provider: CustomReflectable {
    /// A dump or an interpolation of a container must not show the key either.
    package var customMirror: Mirror { Mirror(self, children: ["model": model]) }
}
