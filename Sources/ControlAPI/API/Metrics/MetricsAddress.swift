package import Access

/// Where a process without an API shows its measurements, and to whom beside this machine.
package struct MetricsAddress: Sendable {
    package let host: String
    /// 0 lets the system choose.
    package let port: Int
    /// What opens it to other machines, as `Authorization: Bearer …`; `nil`: nothing.
    package let token: Redacted<String>?

    /// `host:port`, as in `0.0.0.0:9464` or `[::]:9464`; `nil` for anything else.
    package init?(_ text: String, token: Redacted<String>?) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty else { return nil }
        self.host = String(host)
        self.port = Int(port)
        self.token = token
    }
}
