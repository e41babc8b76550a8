/// Why a DTLS association could not be made, or ended otherwise than by `close_notify`.
package enum DTLSError: Error, Hashable, Sendable {
    /// The other end's certificate is not the one its session description promised.
    case fingerprintMismatch
    /// The handshake ended without an SRTP profile both ends know (RFC 5764, section 4.1.2).
    case noCommonProfile
    /// The other end sent a fatal alert, by its number in RFC 5246, section 7.2.
    case alert(UInt8)
    /// The flight was repeated until OpenSSL gave up.
    case timedOut
    /// OpenSSL refused what the other end sent; its reasons, oldest first.
    case protocolViolation([String])
    /// OpenSSL could not make a key, a certificate or a session.
    case unavailable([String])
}
