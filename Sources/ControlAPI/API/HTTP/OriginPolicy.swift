/// Same origin only: a browser names the page that asks in `Origin`, and it must be a page of this very host.
///
/// A program that is no browser sends no `Origin` and is let through; it has nothing a foreign page could borrow.
enum OriginPolicy {
    /// `host` is the `Host` header (or `:authority`): name and port as the client typed them.
    static func allows(origin: String?, host: String?) -> Bool {
        guard let origin else { return true }
        guard let host, let colon = origin.firstIndex(of: ":") else { return false }
        return origin[colon...].lowercased() == "://\(host)".lowercased()
    }
}
