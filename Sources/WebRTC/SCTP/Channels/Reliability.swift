/// How hard a channel tries to deliver a message (RFC 8832, section 5.1).
package enum Reliability: Hashable, Sendable {
    /// Until it arrives.
    case reliable
    /// At most this many times after the first; 0 sends each message once.
    case lossy(maxRetransmits: UInt32)
    /// For at most this long after it was handed over.
    case timed(maxLifetime: Duration)
}
