/// Which pages may use the API: those of this very host, and those of origins that are listed.
///
/// A browser names the page that asks in `Origin`. A program that is no browser sends none and is let through; it has
/// nothing a foreign page could borrow.
struct OriginPolicy: Hashable, Sendable {
    /// Such as `https://console.example`, in small letters, without a slash at the end.
    let listed: Set<String>

    init(_ listed: [String]) {
        self.listed = Set(listed.map { $0.lowercased() })
    }

    /// `host` is the `Host` header (or `:authority`): name and port as the client typed them.
    func allows(origin: String?, host: String?) -> Bool {
        Self.allows(origin: origin, host: host) || origin.map { listed.contains($0.lowercased()) } ?? false
    }

    /// Whether an origin is listed: its pages may read answers, too.
    func lists(_ origin: String) -> Bool { listed.contains(origin.lowercased()) }

    /// Same origin only.
    static func allows(origin: String?, host: String?) -> Bool {
        guard let origin else { return true }
        guard let host, let colon = origin.firstIndex(of: ":") else { return false }
        return origin[colon...].lowercased() == "://\(host)".lowercased()
    }
}
