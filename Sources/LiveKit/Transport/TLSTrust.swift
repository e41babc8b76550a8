import Foundation

/// Whose word about a server's identity is taken.
package enum TLSTrust: Hashable, Sendable {
    /// The authorities of the operating system.
    case system
    /// The authorities in this PEM file, for servers with a private one.
    case file(String)

    /// What this process was started with.
    package static let standard = TLSTrust(ProcessInfo.processInfo.environment)

    /// The file that `SSL_CERT_FILE` names, as for other programs; without it, the system's.
    package init(_ environment: [String: String]) {
        let path = environment["SSL_CERT_FILE"] ?? ""
        self = path.isEmpty ? .system : .file(path)
    }
}
