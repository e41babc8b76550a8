/// Whose word about a server's identity is taken.
package enum TLSTrust: Hashable, Sendable {
    /// The authorities of the operating system.
    case system
    /// The authorities in this PEM file, for servers with a private one.
    case file(String)
}
