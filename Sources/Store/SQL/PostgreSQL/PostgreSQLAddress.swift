import CPostgreSQL

/// Where a database is and who asks for it: libpq's parameters. It is never printed: it holds a password.
struct PostgreSQLAddress: Sendable {
    /// Keywords and values, in libpq's order.
    let parameters: [(keyword: String, value: String)]

    /// What a dead network may take before a connection counts as lost, unless the address says something else.
    private static let defaults = [
        ("fallback_application_name", "parley"), ("keepalives_idle", "30"), ("keepalives_interval", "10"),
        ("keepalives_count", "3"), ("tcp_user_timeout", "30000"),
    ]

    init(_ url: String) throws(SQLError) {
        try Self.check(url)
        let parsed = try Self.parse(url)
        let given = Set(parsed.map(\.keyword))
        parameters =
            parsed + Self.defaults.filter { !given.contains($0.0) } + [(keyword: "client_encoding", value: "UTF8")]
    }

    /// libpq takes a password with an unescaped special character for a host, and would then name it in its errors.
    private static func check(_ url: String) throws(SQLError) {
        guard let scheme = ["postgresql://", "postgres://"].first(where: { url.hasPrefix($0) }) else {
            throw .invalidAddress("the address of the database does not begin with postgresql://")
        }
        let rest = url.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let signs = rest.count { $0 == "@" }
        guard !url.utf8.contains(0), signs <= 1, signs == authority.count(where: { $0 == "@" }) else {
            throw .invalidAddress(
                "the address of the database has a special character in its user or password that must be percent-encoded"
            )
        }
    }

    private static func parse(_ url: String) throws(SQLError) -> [(keyword: String, value: String)] {
        guard let options = unsafe PQconninfoParse(url, nil) else {
            throw .invalidAddress(
                "the address of the database is not of the form postgresql://user:password@host:port/database")
        }
        defer { unsafe PQconninfoFree(options) }
        var parsed: [(keyword: String, value: String)] = []
        var option = unsafe options
        while let keyword = unsafe option.pointee.keyword {
            if let value = unsafe option.pointee.val {
                unsafe parsed.append((String(cString: keyword), String(cString: value)))
            }
            unsafe option += 1
        }
        return parsed
    }
}
