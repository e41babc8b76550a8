import Wire

extension ICEServer {
    /// From a `stun:` URL (RFC 7064) or a `turn:` or `turns:` URL (RFC 7065). `nil` when it is malformed, when a TURN URL
    /// comes without credentials, or when it asks for STUN over TLS or TURN over DTLS, which are not supported.
    package init?(url: String, username: String, credential: String) {
        guard let colon = url.firstIndex(of: ":") else { return nil }
        let scheme = url[..<colon].lowercased()
        let parts = url[url.index(after: colon)...].split(
            separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let isSecure = scheme == "turns"
        guard let authority = parts.first, let (host, port) = Self.authority(authority) else { return nil }
        guard let transport = Self.transport(parts.dropFirst().first, isSecure: isSecure, host: host) else {
            return nil
        }
        switch scheme {
        case "stun":
            guard parts.count == 1 else { return nil }
            self.init(.stun, host: host, port: port ?? 3478)
        case "turn", "turns":
            guard !username.isEmpty else { return nil }
            self.init(
                .turn(username: username, credential: credential), transport: transport, host: host,
                port: port ?? (isSecure ? 5349 : 3478))
        default: return nil
        }
    }

    private static func transport(_ query: Substring?, isSecure: Bool, host: String) -> TransportProtocol? {
        switch (query?.lowercased(), isSecure) {
        case (nil, false), ("transport=udp", false): .udp
        case ("transport=tcp", false): .turnTCP
        case (nil, true), ("transport=tcp", true): .turnTLS(host: host)
        default: nil
        }
    }

    /// `host`, `host:port`, `[address]` or `[address]:port`.
    private static func authority(_ text: Substring) -> (host: String, port: UInt16?)? {
        var host = text
        var rest = text[text.endIndex...]
        if text.first == "[" {
            guard let bracket = text.firstIndex(of: "]") else { return nil }
            host = text[text.index(after: text.startIndex)..<bracket]
            rest = text[text.index(after: bracket)...]
            guard IPAddress(String(host))?.isIPv6 == true else { return nil }
        } else {
            if let colon = text.firstIndex(of: ":") { (host, rest) = (text[..<colon], text[colon...]) }
            guard isName(host) else { return nil }
        }
        guard !rest.isEmpty else { return (String(host), nil) }
        guard rest.first == ":", let port = UInt16(rest.dropFirst()), port != 0 else { return nil }
        return (String(host), port)
    }

    /// Letters, digits, dots and hyphens; at most as long as a name may be (RFC 1035, section 2.3.4).
    private static func isName(_ host: Substring) -> Bool {
        (1...253).contains(host.utf8.count)
            && host.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
