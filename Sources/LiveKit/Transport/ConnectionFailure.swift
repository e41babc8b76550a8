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
        advice.map { "\(fact): \($0)" } ?? fact
    }

    /// What happened.
    package var fact: String {
        switch cause {
        case .nameUnknown: "no address is known for \(endpoint)"
        case .refused: "nobody listens at \(endpoint)"
        case .noRoute: "no network leads to \(endpoint)"
        case .timedOut: "no answer came from \(endpoint) in time"
        case .untrusted: "the certificate of \(endpoint) is not valid here"
        case .otherName: "the certificate of \(endpoint) is made out to another name"
        case .tls(let words): "TLS with \(endpoint) failed (\(words))"
        case .cut: "\(endpoint) hung up at once"
        case .system(let code): "the system cannot connect to \(endpoint) (\(String(cString: strerror(code))))"
        case .other(let words): "there is no connection to \(endpoint) (\(words))"
        }
    }

    /// What to do about it, where that is known.
    package var advice: String? {
        switch cause {
        case .nameUnknown: "check its spelling, and this machine's name service"
        case .refused: "check host and port, and that the server runs"
        case .noRoute: "check the address, and this machine's network"
        case .timedOut: "check the address, and whether a firewall is in the way"
        case .untrusted: "it may have expired, or be signed by an authority that this machine does not know"
        case .otherName: "connect by the name that it holds"
        case .tls: "check that the server speaks TLS at this port"
        case .cut: "check that the port is the right one"
        case .system, .other: nil
        }
    }
}
