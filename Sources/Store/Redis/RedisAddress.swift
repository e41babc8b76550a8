import Foundation

/// Where a server is and who asks it. It is never printed: it holds a password.
struct RedisAddress: Hashable, Sendable {
    var host = ""
    var port = 6379
    /// `nil` for the default user.
    var user: String?
    var password: String?
    var database = 0

    /// Reads `redis://[[user]:password@]host[:port][/database]`; user and password are percent-encoded.
    init(_ url: String) throws(RedisError) {
        if url.hasPrefix("rediss://") {
            throw .invalidAddress(
                "the address of Redis asks for encryption (rediss://), which this client does not have")
        }
        let scheme = "redis://"
        guard url.hasPrefix(scheme) else {
            throw .invalidAddress("the address of Redis does not begin with redis://")
        }
        guard read(url.dropFirst(scheme.count)) else {
            throw .invalidAddress("the address of Redis is not of the form redis://user:password@host:port/database")
        }
    }

    private mutating func read(_ rest: Substring) -> Bool {
        let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let authority = parts[0].split(separator: "@", omittingEmptySubsequences: false)
        guard authority.count <= 2, let place = authority.last, readPlace(place) else { return false }
        if authority.count == 2, !readUser(authority[0]) { return false }
        guard parts.count == 2, !parts[1].isEmpty else { return true }
        guard let number = Int(parts[1]), number >= 0 else { return false }
        database = number
        return true
    }

    private mutating func readUser(_ text: Substring) -> Bool {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let name = String(parts[0]).removingPercentEncoding,
            let secret = String(parts[1]).removingPercentEncoding
        else { return false }
        user = name.isEmpty ? nil : name
        password = secret
        return true
    }

    /// A name, an address, or an address of IPv6 in brackets; perhaps a port.
    private mutating func readPlace(_ text: Substring) -> Bool {
        let isBracketed = text.hasPrefix("[")
        let end = isBracketed ? text.firstIndex(of: "]") : text.firstIndex(of: ":") ?? text.endIndex
        guard let end else { return false }
        host = String(isBracketed ? text[..<end].dropFirst() : text[..<end])
        let tail = isBracketed ? text[end...].dropFirst() : text[end...]
        guard !host.isEmpty, !host.utf8.contains(0), tail.isEmpty || tail.first == ":" else { return false }
        guard let first = tail.first, first == ":" else { return true }
        guard let number = UInt16(tail.dropFirst()), number > 0 else { return false }
        port = Int(number)
        return true
    }
}
