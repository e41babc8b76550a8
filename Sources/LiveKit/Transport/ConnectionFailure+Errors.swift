import Glibc
import NIOCore
import NIOPosix
import NIOSSL

extension ConnectionFailure.Cause {
    /// The meaning of an error of NIO or NIOSSL.
    init(_ error: any Error) {
        switch error {
        case let error as NIOConnectionError: self.init(error)
        case let error as IOError: self.init(code: error.errnoCode)
        case let error as ChannelError: self.init(error)
        case let error as NIOSSLExtraError where error == .failedToValidateHostname: self = .otherName
        case NIOSSLError.handshakeFailed(.sslError(let stack)): self.init(stack)
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: self = .tls("\(error)")
        default: self = .other("\(error)")
        }
    }

    /// Of several addresses, the one that came furthest tells most.
    private init(_ error: NIOConnectionError) {
        let causes = error.connectionErrors.map { Self($0.error) }
        self = causes.last { $0 != .noRoute } ?? causes.last ?? .nameUnknown
    }

    private init(_ error: ChannelError) {
        switch error {
        case .connectTimeout: self = .timedOut
        case .eof, .inputClosed, .alreadyClosed, .ioOnClosedChannel: self = .cut
        default: self = .other("\(error)")
        }
    }

    private init(_ stack: NIOBoringSSLErrorStack) {
        let words = stack.map { "\($0)" }.joined(separator: "; ")
        self = words.contains("CERTIFICATE_VERIFY_FAILED") ? .untrusted : .tls(words)
    }

    private init(code: Int32) {
        switch code {
        case ECONNREFUSED: self = .refused
        case ENETUNREACH, EHOSTUNREACH, ENETDOWN, EHOSTDOWN: self = .noRoute
        case ETIMEDOUT: self = .timedOut
        case ECONNRESET, EPIPE: self = .cut
        default: self = .system(code: code)
        }
    }
}
