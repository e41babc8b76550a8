/// A server's address as people write it, and what it means.
struct ReadAddress: Sendable {
    let text: String
    let isSecure: Bool
    let host: String
    let port: Int
    let basePath: String
    let authority: String

    init(_ text: String, isSecure: Bool = false, host: String, port: Int, basePath: String = "", authority: String) {
        self.text = text
        self.isSecure = isSecure
        self.host = host
        self.port = port
        self.basePath = basePath
        self.authority = authority
    }
}
