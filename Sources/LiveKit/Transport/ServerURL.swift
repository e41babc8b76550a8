import Wire

/// Where a server listens: scheme, host, port and base path of a `ws:`, `wss:`, `http:` or `https:` address.
package struct ServerURL: Hashable, Sendable, CustomStringConvertible {
    /// TLS: `wss` and `https`.
    package let isSecure: Bool
    /// A name or an address; an IPv6 address without its brackets.
    package let host: String
    package let port: Int
    /// What stands before every path: empty, or begins with a slash and does not end with one.
    package let basePath: String

    /// `nil` when the text is no address of a server: another scheme, a user name, a query, spaces, a port out of range.
    package init?(_ text: String) {
        guard let separator = text.firstRange(of: "://") else { return nil }
        switch text[..<separator.lowerBound].lowercased() {
        case "ws", "http": isSecure = false
        case "wss", "https": isSecure = true
        default: return nil
        }
        let rest = text[separator.upperBound...]
        guard rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !rest.contains(where: { "@?#\\".contains($0) }) else {
            return nil
        }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        guard let (host, port) = Self.split(authority: rest[..<slash]) else { return nil }
        self.host = host
        self.port = port ?? (isSecure ? 443 : 80)
        var path = rest[slash...]
        while path.hasSuffix("/") { path.removeLast() }
        basePath = String(path)
    }

    /// The `Host` header: the port only when it is not the scheme's own.
    package var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }

    /// Host and port, for people.
    package var endpoint: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// Whether it is this machine, as far as the address tells.
    package var isLoopback: Bool {
        IPAddress(host)?.isLoopback ?? (host.lowercased() == "localhost" || host.lowercased().hasSuffix(".localhost"))
    }

    /// As an address of the HTTP API.
    package var description: String { "\(isSecure ? "https" : "http")://\(authority)\(basePath)" }

    /// The request target of `path` below the base path, with `query` percent-encoded.
    package func target(_ path: String, query: [(name: String, value: String)] = []) -> String {
        let pairs = query.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }
        return basePath + path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    /// Everything but the unreserved characters of RFC 3986 (section 2.3) as `%XX`.
    private static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.unicodeScalars.append(UnicodeScalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return result
    }

    private static func split(authority: Substring) -> (host: String, port: Int?)? {
        var host = authority
        var port: Int?
        if let colon = authority.lastIndex(of: ":"), authority[colon...].contains("]") == false {
            guard let number = UInt16(authority[authority.index(after: colon)...]), number > 0 else { return nil }
            port = Int(number)
            host = authority[..<colon]
        }
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
            guard host.contains(":") else { return nil }
        } else if host.contains(where: { "[]:".contains($0) }) {
            return nil
        }
        return host.isEmpty ? nil : (String(host), port)
    }
}
