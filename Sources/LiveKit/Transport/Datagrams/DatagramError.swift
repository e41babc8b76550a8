import Glibc
import NIOCore

/// Why a UDP socket could not be bound, or a datagram not sent.
package enum DatagramError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system refused; `code` is its `errno`.
    case system(code: Int32)
    /// More than one UDP datagram holds.
    case tooLarge
    /// Neither IPv4 nor IPv6.
    case unusableAddress
    /// This host has no address, or the filter of its interfaces leaves none.
    case noAddress
    /// The socket was closed meanwhile.
    case closed

    init(_ error: any Error) {
        switch error {
        case let error as IOError: self = .system(code: error.errnoCode)
        case ChannelError.writeMessageTooLarge: self = .tooLarge
        case let error as DatagramError: self = error
        default: self = .closed
        }
    }

    package var description: String {
        switch self {
        case .system(let code): String(cString: strerror(code))
        case .tooLarge: "more than a datagram can hold"
        case .unusableAddress: "neither an IPv4 nor an IPv6 address"
        case .noAddress:
            "no network interface may be used: check the pattern of their names, and this machine's network"
        case .closed: "the socket is closed"
        }
    }
}
