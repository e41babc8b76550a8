/// The address of an endpoint, taken apart.
package struct WebhookTarget: Hashable, Sendable {
    package let url: String
    package let isSecure: Bool
    /// In lower case; an IPv6 address without brackets.
    package let host: String
    package let port: Int

    /// Reads `http(s)://host[:port][/…]`; at most 2 000 characters, no blanks, no fragment.
    init(_ url: String) throws(TargetPolicy.Refusal) {
        guard url.utf8.count <= 2000, url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }),
            !url.contains("#"), let separator = url.range(of: "://")
        else { throw .notAnAddress }
        switch url[..<separator.lowerBound].lowercased() {
        case "https": isSecure = true
        case "http": isSecure = false
        default: throw .notAnAddress
        }
        let authority = url[separator.upperBound...].prefix { $0 != "/" && $0 != "?" }
        if authority.contains("@") { throw .credentials }
        guard let (host, port) = Self.parts(of: authority, isSecure ? 443 : 80) else { throw .notAnAddress }
        self.url = url
        self.host = host.lowercased()
        self.port = port
    }

    private static func parts(of authority: Substring, _ usual: Int) -> (String, Int)? {
        let host: Substring
        let rest: Substring
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[authority.index(after: authority.startIndex)..<end]
            rest = authority[authority.index(after: end)...]
        } else {
            host = authority.prefix { $0 != ":" }
            rest = authority[host.endIndex...]
        }
        guard !host.isEmpty else { return nil }
        if rest.isEmpty { return (String(host), usual) }
        guard rest.first == ":", let port = Int(rest.dropFirst()), (1...65_535).contains(port) else { return nil }
        return (String(host), port)
    }
}

extension String {
    /// The first place of a text.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
