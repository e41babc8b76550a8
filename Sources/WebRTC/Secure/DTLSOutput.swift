/// What a `DTLSEndpoint` wants done.
package enum DTLSOutput: Sendable {
    /// Send this datagram to the other end.
    case transmit([UInt8])
    /// The handshake is done, the fingerprint is right, and these are the keys for SRTP. Comes once.
    case connected(SRTPKeyingMaterial)
    /// One record of application data, decrypted: an SCTP packet.
    case received([UInt8])
    /// The association is over: `nil` after `close_notify` from either side. Comes once, as the last output but for
    /// the alert that goes before it.
    case closed(DTLSError?)
}
