import NIOCore

/// Why a UDP socket could not be bound, or a datagram not sent.
package enum DatagramError: Error, Hashable, Sendable {
    /// The system refused; `code` is its `errno`.
    case system(code: Int32)
    /// More than one UDP datagram holds.
    case tooLarge
    /// Neither IPv4 nor IPv6.
    case unusableAddress
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
}
