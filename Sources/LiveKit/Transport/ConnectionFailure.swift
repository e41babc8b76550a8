import Glibc
import NIOCore
import NIOPosix
import NIOSSL

/// Why a server could not be connected to. The description is for people: what happened, and what to do about it.
package struct ConnectionFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    package enum Cause: Hashable, Sendable {
        /// No address is known for the name.
        case nameUnknown
        /// The host is there, and nobody listens at the port.
        case refused
        /// No network leads there.
        case noRoute
        case timedOut
        /// The certificate is expired, or its authority unknown.
        case untrusted
        /// The certificate names another server.
        case otherName
        /// TLS failed otherwise, in the library's words.
        case tls(String)
        /// The connection was cut before anything was said.
        case cut
        /// The system refused; `code` is its `errno`.
        case system(code: Int32)
        /// In the library's words.
        case other(String)
    }

    /// The server, as `host:port`.
    package let endpoint: String
    package let cause: Cause

    package init(endpoint: String, cause: Cause) {
        self.endpoint = endpoint
        self.cause = cause
    }

    /// From what NIO and NIOSSL report.
    init(_ error: any Error, endpoint: String) {
        self.init(endpoint: endpoint, cause: Cause(error))
    }

    package var description: String {
        switch cause {
        case .nameUnknown: "no address is known for \(endpoint): check its spelling, and this machine's name service"
        case .refused: "nobody listens at \(endpoint): check host and port, and that the server runs"
        case .noRoute: "no network leads to \(endpoint): check the address, and this machine's network"
        case .timedOut: "no answer from \(endpoint) in time: check the address, and whether a firewall is in the way"
        case .untrusted:
            "the certificate of \(endpoint) is not valid here: it has expired, or an authority has signed it that this "
                + "machine does not know"
        case .otherName:
            "the certificate of \(endpoint) is made out to another name: connect by the name that it holds"
        case .tls(let words): "TLS with \(endpoint) failed, perhaps because the server speaks none there: \(words)"
        case .cut: "\(endpoint) hung up at once: check that the port is the right one"
        case .system(let code): "the system cannot connect to \(endpoint): \(String(cString: strerror(code)))"
        case .other(let words): "cannot connect to \(endpoint): \(words)"
        }
    }
}
