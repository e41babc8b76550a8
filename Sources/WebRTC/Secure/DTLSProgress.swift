/// What one call into OpenSSL came to.
enum DTLSProgress: Equatable {
    /// The handshake is finished, or the record was written.
    case done
    /// One record of application data.
    case data([UInt8])
    /// Nothing more can be done before the next datagram or the timer.
    case needsInput
    /// The other end said `close_notify`.
    case closed
    case failed(DTLSError)
}
