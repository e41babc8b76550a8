/// What an association wants done or known. Drain with `Association.pollOutput()` until `nil`.
package enum SCTPOutput: Hashable, Sendable {
    /// Send these bytes as one DTLS record.
    case transmit([UInt8])
    /// The four-way handshake is complete.
    case connected
    /// The other end opened this channel, or acknowledged one of ours.
    case channelOpened(Channel)
    /// One whole message. `isText` when it was sent as a string (RFC 8831, section 8).
    case message(label: String, streamID: UInt16, bytes: [UInt8], isText: Bool)
    /// The other end reset the channel's stream, or completed our reset of it.
    case channelClosed(UInt16)
    /// The last output ever: without error after an orderly shutdown.
    case closed(SCTPError?)
}
