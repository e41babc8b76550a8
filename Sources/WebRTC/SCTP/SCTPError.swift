/// What can go wrong with an association, or with one message.
package enum SCTPError: Error, Hashable, Sendable {
    /// The message is larger than `limit` bytes; nothing of it was sent.
    case messageTooLarge(limit: Int)
    /// 2 MiB wait for acknowledgement already; nothing of the message was taken.
    case bufferFull
    /// No channel with that stream number is open.
    case noSuchChannel(UInt16)
    /// The association has ended or is ending.
    case closed
    /// The other end never answered INIT or COOKIE ECHO.
    case handshakeTimedOut
    /// More retransmissions in a row than RFC 9260 allows.
    case peerUnreachable
    /// The other end sent ABORT; the code of its first cause (RFC 9260, section 3.3.10), if it gave one.
    case abortedByPeer(cause: UInt16?)
    /// The other end broke the protocol, and was sent ABORT with this cause.
    case protocolViolation(cause: UInt16)
}
